using System.Text;
using Myco.Engine.Formats;
using Myco.Engine.Surfaces;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Formats;

public sealed class SurfaceFileTests
{
    [Fact]
    public void A_state_saves_and_loads_without_loss()
    {
        foreach (string text in new[] { Samples.Angles, Samples.Rotation, Samples.Eclp })
        {
            EllipsoidState state = PoolFile.Parse(Encoding.UTF8.GetBytes(text)).ToState();
            EllipsoidState again = SurfaceFile.Parse(Samples.Bytes(SurfaceFile.Of(state).Write)).ToState();
            Bits.AssertSame(state.Balances, again.Balances);
            Bits.AssertSame(state.Gradient, again.Gradient);
            Bits.AssertSame(state.Surface.UnitOffset, again.Surface.UnitOffset);
            Assert.Equal(state.Invariant, again.Invariant);
            Assert.Equal(state.SwapExactIn(0, 1, 0.123), again.SwapExactIn(0, 1, 0.123));
        }
    }

    [Fact]
    public void A_stepped_state_keeps_even_what_lies_below_the_last_place()
    {
        SteppedState stepped = PoolFile.Parse(Encoding.UTF8.GetBytes(Samples.Angles)).ToState().ToStepped();
        for (int step = 0; step < 20; step++)
        {
            stepped.ApplySwapExactIn(step % 3, (step + 1) % 3, 0.1 / (step + 1), 0.001);
        }

        EllipsoidState state = stepped.ToPrepared();
        Assert.True(state.BalancesLow.ContainsAnyExcept(0));
        EllipsoidState again = SurfaceFile.Parse(Samples.Bytes(SurfaceFile.Of(state).Write)).ToState();
        Bits.AssertSame(state.Balances, again.Balances);
        Bits.AssertSame(state.BalancesLow, again.BalancesLow);
        Bits.AssertSame(state.Gradient, again.Gradient);
        Assert.Equal(state.SwapExactOut(0, 1, 3.21), again.SwapExactOut(0, 1, 3.21));
    }

    [Fact]
    public void A_surface_saves_and_loads_without_a_state()
    {
        EllipsoidSurface surface = PoolFile.Parse(Encoding.UTF8.GetBytes(Samples.Angles)).ToState().Surface;
        SurfaceFile file = SurfaceFile.Parse(Samples.Bytes(SurfaceFile.Of(surface).Write));
        Assert.Equal(surface.Kappa, file.ToSurface().Kappa);
        Assert.Throws<DocumentException>(file.ToState);
    }

    [Fact]
    public void Balances_that_no_file_could_hold_are_refused()
    {
        SurfaceDefinition definition = Samples.Definition(2);
        Assert.Contains("balances[1] is NaN", Assert.Throws<DocumentException>(() => new SurfaceFile(definition, [1, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Throws<DocumentException>(() => new SurfaceFile(definition, [1, 1], [0, double.PositiveInfinity]));
        Assert.Throws<DocumentException>(() => new SurfaceFile(definition, [1]));
    }

    [Theory]
    [InlineData("¦{}", "the document lacks 'format'")]
    [InlineData("{\"format\": ¦\"myco-pool/1\"}", "format is 'myco-pool/1'; it must be myco-surface/1")]
    [InlineData("¦{\"format\": \"myco-surface/1\"}", "give exactly one")]
    [InlineData("¦{\"format\": \"myco-surface/1\", \"angles\": []}", "lacks 'stretch'")]
    [InlineData("{\"format\": \"myco-surface/1\", \"eclp\": ¦{\"alpha\": 1}}", "eclp lacks 'beta'")]
    [InlineData("{\"format\": \"myco-surface/1\", \"eclp\": {\"alpha\":1,\"beta\":2,\"c\":1,\"s\":0,\"lambda\":1}, \"balances\": ¦[1]}", "balances has 1 numbers; there must be 2")]
    [InlineData("{\"format\": \"myco-surface/1\", \"eclp\": {\"alpha\":1,\"beta\":2,\"c\":1,\"s\":0,\"lambda\":1}, \"stretch\": ¦[1, 1]}", "stretch stands beside eclp")]
    [InlineData("{\"format\": \"myco-surface/1\", \"rotation\": [[1, 0], ¦[0]]}", "rotation[1] has 1 numbers; there must be 2")]
    [InlineData("{\"format\": \"myco-surface/1\", \"rotation\": [[1, 0], [0, ¦[]]]}", "rotation[1][1] must be a number")]
    [InlineData("{\"format\": \"myco-surface/1\", \"eclp\": {\"alpha\":1,\"beta\":2,\"c\":1,\"s\":0,\"lambda\":1}, \"balancesLow\": ¦[0, 0]}", "balancesLow has 2 numbers; there must be 0")]
    [InlineData("¦[]", "must be one object")]
    [InlineData("{\"format\": \"myco-surface/1\"} ¦x", "not JSON: 'x' cannot stand here")]
    [InlineData("{\"format\": \"myco-surface/1\"¦", "not JSON: the text ends before it is complete")]
    public void What_is_wrong_is_refused_at_its_place(string text, string what) =>
        Samples.Refused(bytes => SurfaceFile.Parse(bytes), Samples.Damaged(text, text, text), what);
}
