namespace Myco.Kernels.Lanes;

/// <summary>The 64 bits of every element as an integer: how an elementary function takes exponents off numbers and puts them on.</summary>
/// <remarks>Sums and differences are modulo 2⁶⁴; shifts are logical. Nothing here rounds, and a NaN's bits are as good as others.</remarks>
/// <typeparam name="TSelf">The implementing structure itself.</typeparam>
public interface IBitPattern<TSelf>
    where TSelf : struct, IBitPattern<TSelf>
{
    /// <summary>The number with these bits, in every element.</summary>
    static abstract TSelf FromBits(ulong bits);

    /// <summary>The sum of the bits as integers.</summary>
    static abstract TSelf AddBits(TSelf x, TSelf y);

    /// <summary>The difference of the bits as integers.</summary>
    static abstract TSelf SubtractBits(TSelf x, TSelf y);

    /// <summary>The bits moved up by <paramref name="count"/> places, 0 to 63.</summary>
    static abstract TSelf ShiftLeft(TSelf x, int count);

    /// <summary>The bits moved down by <paramref name="count"/> places, 0 to 63, zeros coming in.</summary>
    static abstract TSelf ShiftRight(TSelf x, int count);

    /// <summary>The exclusive or of the bits: with a sign bit, the other sign.</summary>
    static abstract TSelf operator ^(TSelf x, TSelf y);
}
