using Myco.Engine.Fields;

namespace Myco.Engine.Reserve.Commitments;

/// <summary>Somebody's word for somebody's work.</summary>
/// <param name="Contributor">Who worked.</param>
/// <param name="Type">The type of work, a key of <see cref="LaborParameters.TokensPerUnit"/>.</param>
/// <param name="Units">How much, above 0.</param>
/// <param name="Time">When it was done, not in the future.</param>
/// <param name="Serial">A number that rises from one attestation of a contributor to the next, so that none is used twice.</param>
/// <param name="Attester">Whose word it is.</param>
public sealed record Attestation(string Contributor, string Type, double Units, double Time, long Serial, string Attester) : IDeclared<Attestation>
{
    static Attestation IDeclared<Attestation>.Accept(IFields fields, Attestation? value)
    {
        fields.Need("serial");
        return new(
            fields.Text("contributor", value?.Contributor ?? string.Empty, TextRule.Name),
            fields.Text("type", value?.Type ?? string.Empty, TextRule.Name),
            fields.Number("units", value?.Units ?? double.NaN, Interval.All),
            fields.Number("time", value?.Time ?? double.NaN, Interval.All),
            fields.Whole("serial", value?.Serial ?? 0, long.MinValue, long.MaxValue),
            fields.Text("attester", value?.Attester ?? string.Empty, TextRule.Name));
    }
}
