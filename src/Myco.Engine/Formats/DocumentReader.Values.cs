using System.Globalization;
using System.Text.Json;
using Myco.Engine.Fields;

namespace Myco.Engine.Formats;

internal sealed partial class DocumentReader
{
    /// <inheritdoc/>
    public bool Flag(string key, bool value)
    {
        if (!TryFind(key, out DocumentNode node))
        {
            return value;
        }

        if (node.Kind is not (JsonTokenType.True or JsonTokenType.False))
        {
            node.Refuse($"must be true or false, not {node.Describe()}; write it without quotes");
        }

        return node.Kind == JsonTokenType.True;
    }

    /// <inheritdoc/>
    public double Number(string key, double value, Interval range) =>
        TryFind(key, out DocumentNode node) ? Number(node, range) : Default(key, value, range.Contains(value));

    /// <inheritdoc/>
    public double? NumberOrNull(string key, double? value, Interval range) =>
        TryFind(key, out DocumentNode node) ? node.IsNull ? null : Number(node, range) : value;

    /// <inheritdoc/>
    public double? NumberOrNothing(string key, double? value, Interval range) => TryFind(key, out DocumentNode node) ? Number(node, range) : value;

    /// <inheritdoc/>
    public long Whole(string key, long value, long least, long most)
    {
        if (!TryFind(key, out DocumentNode node))
        {
            return Default(key, value, value >= least && value <= most);
        }

        if (!node.TryWhole(out long whole))
        {
            node.Refuse($"must be a whole number from {least} to {most}, not {node.Describe()}; write its digits");
        }

        if (whole < least || whole > most)
        {
            node.Refuse($"is {whole}; it must be from {least} to {most}");
        }

        return whole;
    }

    /// <inheritdoc/>
    public ulong Unsigned(string key, ulong value)
    {
        if (!TryFind(key, out DocumentNode node))
        {
            return value;
        }

        if (!node.TryWhole(out ulong whole))
        {
            node.Refuse($"must be a whole number from 0 to {ulong.MaxValue}, not {node.Describe()}; write its digits");
        }

        return whole;
    }

    /// <inheritdoc/>
    public string Text(string key, string value, TextRule rule) =>
        TryFind(key, out DocumentNode node) ? Text(node, rule) : Default(key, value, value is not null && rule.Holds(value));

    /// <inheritdoc/>
    public TChoice Choice<TChoice>(string key, TChoice value)
        where TChoice : struct, Enum
    {
        if (!TryFind(key, out DocumentNode node))
        {
            return value;
        }

        if (node.Kind is not (JsonTokenType.String or JsonTokenType.Number)
            || !Enum.TryParse(node.Kind == JsonTokenType.String ? node.Text() : node.Quote(), ignoreCase: true, out TChoice choice) || !Enum.IsDefined(choice))
        {
            node.Refuse($"is {node.Describe()}; it must be {string.Join(" or ", Enum.GetNames<TChoice>())}");
            return value;
        }

        return choice;
    }

    private static double Number(DocumentNode node, Interval range)
    {
        if (!node.TryNumber(out double number))
        {
            node.Refuse($"must be a number, not {node.Describe()}; write a decimal number such as 0.25");
        }

        if (range.Problem(number) is string problem)
        {
            node.Refuse(problem);
        }

        return number;
    }

    private static string Text(DocumentNode node, TextRule rule)
    {
        if (node.Kind != JsonTokenType.String)
        {
            node.Refuse($"must be a text, not {node.Describe()}; put it in quotes");
        }

        string text = node.Text();
        if (!rule.Holds(text))
        {
            node.Refuse($"is '{node.Quote()}'; it must {rule.Words}");
        }

        return text;
    }

    /// <summary>Refuses an array that is none, or of another length.</summary>
    private static void CheckArray(DocumentNode node, string what, int least, int most)
    {
        if (node.Kind != JsonTokenType.StartArray)
        {
            node.Refuse($"must be an array of {what}, not {node.Describe()}; write it in brackets");
        }

        if (node.Count < least || node.Count > most)
        {
            string wanted = least == most ? most.ToString(CultureInfo.InvariantCulture) : least == 0 ? $"at most {most}" : $"{least} to {most}";
            node.Refuse($"has {node.Count} {what}; there must be {wanted}");
        }
    }
}
