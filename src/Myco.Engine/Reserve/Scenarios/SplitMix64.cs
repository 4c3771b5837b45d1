namespace Myco.Engine.Reserve.Scenarios;

/// <summary>SplitMix64: the same numbers from the same seed, on every machine and for good.</summary>
/// <remarks>Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014; constants of its variant 13. Not for secrets.</remarks>
/// <param name="seed">Any number.</param>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        ulong mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 to below 1, a multiple of 2⁻⁵³.</summary>
    public double NextUnit() => Math.ScaleB(Next() >> 11, -53);

    /// <summary>A number between two, each alike.</summary>
    public double Between(double least, double most) => least + ((most - least) * NextUnit());

    /// <summary>A number between two, most of them small: the cube of a unit number. A half lies in the lowest eighth.</summary>
    public double MostlySmall(double least, double most)
    {
        double unit = NextUnit();
        return least + ((most - least) * unit * unit * unit);
    }

    /// <summary>A whole number from 0 to below the count, above 0.</summary>
    public int Below(int count) => (int)(NextUnit() * count);
}
