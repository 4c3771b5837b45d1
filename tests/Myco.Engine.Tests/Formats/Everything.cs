using Myco.Engine.Fields;

namespace Myco.Engine.Tests.Formats;

/// <summary>A record with a field of every kind.</summary>
internal sealed record Everything : IDeclared<Everything>
{
    public bool Flag { get; init; }

    public double Number { get; init; } = 0.5;

    public double? OrNull { get; init; }

    public double? OrNothing { get; init; }

    public long Whole { get; init; } = 3;

    public ulong Unsigned { get; init; }

    public string Text { get; init; } = "plain";

    public DayOfWeek Choice { get; init; }

    public IReadOnlyList<string> Texts { get; init; } = [];

    public IReadOnlyList<double> Numbers { get; init; } = [1];

    public IReadOnlyList<double>? NumbersOrNull { get; init; }

    public double[]? NumbersOrNothing { get; init; }

    public double[]? MatrixOrNothing { get; init; }

    public double[] Filled { get; init; } = new double[2];

    public Pair[] Pairs { get; init; } = new Pair[2];

    public Pair Part { get; init; } = new(1, 2);

    public Everything? PartOrNothing { get; init; }

    public IReadOnlyList<Pair> Parts { get; init; } = [];

    public IReadOnlyDictionary<string, double> NumberTable { get; init; } = new Dictionary<string, double>();

    public IReadOnlyDictionary<string, Pair> Table { get; init; } = new Dictionary<string, Pair>();

    public static Everything Accept(IFields fields, Everything? value)
    {
        value ??= new();
        double[] filled = [.. value.Filled];
        Pair[] pairs = [.. value.Pairs];
        Everything made = new()
        {
            Flag = fields.Flag("flag", value.Flag),
            Number = fields.Number("number", value.Number, Interval.Part),
            OrNull = fields.NumberOrNull("orNull", value.OrNull, Interval.All),
            OrNothing = fields.NumberOrNothing("orNothing", value.OrNothing, Interval.Finite),
            Whole = fields.Whole("whole", value.Whole, 1, 9),
            Unsigned = fields.Unsigned("unsigned", value.Unsigned),
            Text = fields.Text("text", value.Text, TextRule.Name),
            Choice = fields.Choice("choice", value.Choice),
            Texts = fields.Texts("texts", value.Texts, TextRule.Name, 0, 2),
            Numbers = fields.Numbers("numbers", value.Numbers, Interval.All, 1, 3),
            NumbersOrNull = fields.NumbersOrNull("numbersOrNull", value.NumbersOrNull, Interval.Finite, 2, 2),
            NumbersOrNothing = fields.NumbersOrNothing("numbersOrNothing", value.NumbersOrNothing, Interval.Finite, 0, 2),
            MatrixOrNothing = fields.MatrixOrNothing("matrixOrNothing", value.MatrixOrNothing, Interval.Finite, 2),
        };
        fields.Fill("filled", filled, Interval.NotNegative);
        fields.Fill("pairs", pairs.AsSpan());
        made = made with
        {
            Filled = filled,
            Pairs = pairs,
            Part = fields.Part("part", value.Part),
            PartOrNothing = fields.PartOrNothing("partOrNothing", value.PartOrNothing),
            Parts = fields.Parts("parts", value.Parts, 0, 2),
            NumberTable = fields.NumberTable("numberTable", value.NumberTable, TextRule.Name, Interval.Finite),
            Table = fields.Table("table", value.Table, TextRule.Name, 2),
        };
        if (made.Whole == 7)
        {
            fields.Refuse("is 7, which is nobody's number", "whole");
        }

        return made;
    }

    /// <summary>Two numbers, the second not below the first.</summary>
    internal readonly record struct Pair(double Less, double More) : IDeclared<Pair>
    {
        public static Pair Accept(IFields fields, Pair value)
        {
            Pair pair = new(fields.Number("less", value.Less, Interval.All), fields.Number("more", value.More, Interval.All));
            if (pair.Less > pair.More)
            {
                fields.Refuse($"is {pair.Less:R}, above more, {pair.More:R}", "less");
            }

            return pair;
        }
    }
}
