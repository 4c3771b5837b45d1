using System.Text;
using Myco.Verification.Tests.Balancer;

namespace Myco.Verification.Tests.Golden;

/// <summary>Files cut off, damaged and scrambled: a tally or a refusal in words, never a crash or a hang.</summary>
public sealed class MalformedFilesTests
{
    private const string Digits = "0123456789\"{}[]:,.-ex\\ \0é";
    private static readonly string[] Words =
    [
        "null", "true", "[]", "{}", "-1", "1e999", "\"\"", "\"\\ud800\"", "\"115792089237316195423570985008687907853269984665640564039457584007913129639935\"",
        "\"-57896044618658097711785492504343953926634992332820282019728792003956564819968\"", "2147483648", "[[[[]]]]",
    ];

    [Fact]
    public void Golden_vectors() => Damage("stable", SmallFile.Create().ToJsonString(), rounds: 600);

    [Fact]
    public void A_pool_file() => Damage("pool", SmallPoolFile.Text, rounds: 600);

    [Fact]
    public void Inputs_at_and_beyond_every_edge_fail_their_case_and_nothing_else()
    {
        string good = SmallFile.Create().ToJsonString();
        int changed = 0;
        foreach ((int start, int length) in Values(good))
        {
            foreach (string word in Words)
            {
                string text = $"{good[..start]}{word}{good[(start + length)..]}";
                VectorRun.Of("stable", text).IsTold($"{word} at {start}");
                changed++;
            }
        }

        Assert.True(changed > 300, $"{changed} values were changed");
    }

    private static void Damage(string name, string good, int rounds)
    {
        Random random = new(20_261_120);
        byte[] whole = Encoding.UTF8.GetBytes(good);
        for (int round = 0; round < rounds; round++)
        {
            byte[] bytes = (round % 3) switch
            {
                0 => whole[..random.Next(whole.Length)],
                1 => Overwrite(random, [.. whole]),
                _ => Move(random, whole),
            };
            VectorRun.Of(name, bytes).IsTold($"round {round}");
        }
    }

    private static byte[] Overwrite(Random random, byte[] bytes)
    {
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)Digits[random.Next(Digits.Length)];
        }

        return bytes;
    }

    private static byte[] Move(Random random, byte[] bytes)
    {
        int start = random.Next(bytes.Length);
        int length = random.Next(Math.Min(40, bytes.Length - start));
        int to = random.Next(bytes.Length);
        return [.. bytes[..to], .. bytes.AsSpan(start, length), .. bytes[to..]];
    }

    /// <summary>The strings that hold digits, every second of them.</summary>
    private static IEnumerable<(int Start, int Length)> Values(string text) => System.Text.RegularExpressions.Regex
        .Matches(text, "\"-?[0-9]+\"").Where((_, index) => index % 2 == 0).Select(match => (match.Index, match.Length));
}
