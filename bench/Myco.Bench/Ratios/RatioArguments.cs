using System.Globalization;

namespace Myco.Bench.Ratios;

/// <summary>What <c>ratios</c> is asked to measure.</summary>
/// <param name="Rounds">Interleaved rounds of each work.</param>
/// <param name="Families">In the table's order, whatever the order they were named in.</param>
internal sealed record RatioArguments(int Rounds, IReadOnlyList<RatioFamily> Families)
{
    /// <summary>Fewer rounds have no 25th percentile worth printing.</summary>
    private const int LeastRounds = 21;
    private const int UsualRounds = 41;

    /// <summary>Reads <c>[--rounds N] [--only FAMILY]…</c>.</summary>
    /// <param name="words">The words after the verb.</param>
    /// <param name="arguments">What is asked; the usual where <paramref name="problem"/> is not null.</param>
    /// <param name="problem">What is wrong and what is accepted, or null.</param>
    public static bool TryRead(string[] words, out RatioArguments arguments, out string? problem)
    {
        arguments = new(UsualRounds, RatioFamily.All);
        HashSet<string> only = [];
        problem = null;
        for (int i = 0; i < words.Length && problem is null; i += 2)
        {
            string value = i + 1 < words.Length ? words[i + 1] : "";
            if (words[i] == "--rounds" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int rounds) && rounds >= LeastRounds)
            {
                arguments = arguments with { Rounds = rounds };
            }
            else if (words[i] == "--only" && RatioFamily.All.Any(family => family.Name == value))
            {
                only.Add(value);
            }
            else
            {
                problem = words[i] switch
                {
                    "--rounds" => $"'{value}' is no number of rounds; at least {LeastRounds}, and {UsualRounds} if left out",
                    "--only" => $"'{value}' is no family of rows; known are {RatioFamily.Names}",
                    _ => $"ratios does not know '{words[i]}'; it takes --rounds N and --only FAMILY",
                };
            }
        }

        if (only.Count != 0)
        {
            arguments = arguments with { Families = [.. RatioFamily.All.Where(family => only.Contains(family.Name))] };
        }

        return problem is null;
    }
}
