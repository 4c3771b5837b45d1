using System.Text;

namespace Myco.Verification.Golden;

/// <summary>The first four bytes of the hash of a custom error's signature, by which the chain tells it.</summary>
internal static class ErrorSelector
{
    /// <summary>The selector in the vectors' spelling: <c>ZeroDivision()</c> becomes <c>0x0a0c22c7</c>.</summary>
    public static string Of(string signature) =>
        $"0x{Convert.ToHexStringLower(Keccak256.Hash(Encoding.UTF8.GetBytes(signature)).AsSpan(0, 4))}";
}
