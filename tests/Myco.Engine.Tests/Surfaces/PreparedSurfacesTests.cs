using Myco.Engine.Surfaces;

namespace Myco.Engine.Tests.Surfaces;

public sealed class PreparedSurfacesTests
{
    private static AnglesDefinition Tilted(double angle) => new() { Stretch = [3, 2], Angles = [angle], PriceLower = [0.7, 1], PriceUpper = [1.6, 1] };

    [Fact]
    public void Equal_numbers_have_one_surface_whoever_asks_and_from_whatever_thread()
    {
        PreparedSurfaces surfaces = new();
        EllipsoidSurface[] found = new EllipsoidSurface[32];
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => Assert.True(surfaces.TryFind(Tilted(0.3), out found[i]!, out _)));
        Assert.All(found, surface => Assert.Same(found[0], surface));
        Assert.True(surfaces.TryFind(Tilted(Math.BitIncrement(0.3)), out EllipsoidSurface? other, out _));
        Assert.NotSame(found[0], other);
        Assert.Equal(2, surfaces.Count);
    }

    [Fact]
    public void A_refusal_is_kept_in_its_words()
    {
        PreparedSurfaces surfaces = new();
        AnglesDefinition wrong = Tilted(0.3) with { Stretch = [3, 0.5] };
        Assert.False(surfaces.TryFind(wrong, out EllipsoidSurface? none, out SurfaceProblem? first));
        Assert.False(surfaces.TryFind(wrong with { }, out _, out SurfaceProblem? second));
        Assert.Null(none);
        Assert.Same(first, second);
        Assert.Equal("stretch", first.Parameter);
    }

    [Fact]
    public void No_more_are_kept_than_the_limit()
    {
        PreparedSurfaces surfaces = new();
        for (int i = 0; i <= PreparedSurfaces.Most; i++)
        {
            Assert.True(surfaces.TryFind(Tilted(i * 1e-4), out _, out _));
        }

        Assert.Equal(1, surfaces.Count);
    }
}
