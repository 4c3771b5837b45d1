using Myco.Engine.Pools;
using Myco.Engine.Pools.Eclp;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools.Eclp;

/// <summary>EclpParameters of an EclpCurve and its EclpDerivedParameters: EclpValidation names the first check that fails.</summary>
public class EclpParametersTests
{
    private static readonly EclpParameters Real = EclpSamples.Valid["real00"];

    public static TheoryData<Func<EclpCurve, EclpCurve>, Revert> Curves => new()
    {
        { curve => curve with { S = -1L }, Revert.RotationVectorSWrong },
        { curve => curve with { S = 1_000_000_000_000_000_001L }, Revert.RotationVectorSWrong },
        { curve => curve with { C = -1L }, Revert.RotationVectorCWrong },
        { curve => curve with { C = 1_000_000_000_000_000_001L, S = 2L }, Revert.RotationVectorCWrong },
        { curve => curve with { C = 0L, S = 999_999_999_999_999_499L }, Revert.RotationVectorNotNormalized },
        { curve => curve with { Lambda = 999_999_999_999_999_999L }, Revert.StretchingFactorWrong },
        { curve => curve with { Lambda = Int256.Parse("100000000000000000000000001") }, Revert.StretchingFactorWrong },
        { curve => curve with { Lambda = Int256.MinValue }, Revert.StretchingFactorWrong },
    };

    public static TheoryData<Func<EclpDerivedParameters, EclpDerivedParameters>, Revert> DerivedValues => new()
    {
        { derived => derived with { TauAlphaY = 0L }, Revert.DerivedTauAlphaYWrong },
        { derived => derived with { TauBetaY = -1L }, Revert.DerivedTauBetaYWrong },
        { derived => derived with { TauBetaX = derived.TauAlphaX }, Revert.DerivedTauXWrong },
        { derived => derived with { TauAlphaX = Int256.Parse("-99999999999999999999999999999999999999") }, Revert.DerivedTauAlphaNotNormalized },
        { derived => derived with { TauBetaX = Int256.Parse("99999999999999999999999999999999999999") }, Revert.DerivedTauBetaNotNormalized },
        { derived => derived with { U = Int256.Parse("100000000000000000000000000000000000001") }, Revert.DerivedUWrong },
        { derived => derived with { V = Int256.Parse("100000000000000000000000000000000000001") }, Revert.DerivedVWrong },
        { derived => derived with { W = Int256.Parse("100000000000000000000000000000000000001") }, Revert.DerivedWWrong },
        { derived => derived with { Z = Int256.Parse("100000000000000000000000000000000000001") }, Revert.DerivedZWrong },
        { derived => derived with { DSq = Int256.Parse("99999999999999899999999999999999999999") }, Revert.DerivedDsqWrong },
        { derived => derived with { DSq = Int256.MinValue }, Revert.SubtractionOverflow },
        { derived => derived with { W = Int256.MinValue }, Revert.DivisionOverflow },
    };

    [Theory]
    [MemberData(nameof(Curves), DisableDiscoveryEnumeration = true)]
    public void The_first_check_of_the_curve_that_fails_is_the_reason(Func<EclpCurve, EclpCurve> change, Revert expected)
    {
        Assert.Equal(expected, EclpParameters.TryCreate(change(Real.Curve), Real.Derived, out EclpParameters? parameters));
        Assert.Null(parameters);
    }

    [Theory]
    [MemberData(nameof(DerivedValues), DisableDiscoveryEnumeration = true)]
    public void The_first_check_of_the_derived_values_that_fails_is_the_reason(
        Func<EclpDerivedParameters, EclpDerivedParameters> change, Revert expected)
    {
        Assert.Equal(expected, EclpParameters.TryCreate(Real.Curve, change(Real.Derived), out EclpParameters? parameters));
        Assert.Null(parameters);
    }

    [Fact]
    public void Create_names_the_reason_and_the_values()
    {
        EclpCurve wrong = Real.Curve with { Lambda = 5L };
        ArgumentException refused = Assert.Throws<ArgumentException>(() => EclpParameters.Create(wrong, Real.Derived));
        Assert.Contains("Lambda = 5", refused.Message, StringComparison.Ordinal);
        Assert.Contains("StretchingFactorWrong", refused.Message, StringComparison.Ordinal);
    }
}
