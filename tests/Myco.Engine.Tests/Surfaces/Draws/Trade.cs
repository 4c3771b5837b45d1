using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Tests.Surfaces.Draws;

/// <summary>A state, an ordered pair and a part of what can be done there; printed whole when a law fails.</summary>
internal sealed class Trade
{
    private readonly int _seed;

    private Trade(int seed, IReadOnlyList<DrawnSurface> surfaces)
    {
        Random random = new(seed);
        _seed = seed;
        Drawn = surfaces[random.Next(surfaces.Count)];
        State = Drawn.State(random);
        AssetIn = random.Next(Drawn.Dimension);
        AssetOut = (AssetIn + 1 + random.Next(Drawn.Dimension - 1)) % Drawn.Dimension;
        Part = random.Next(4) == 0 ? 0.9 * random.NextDouble() : Math.Pow(10, -9 * random.NextDouble());
        Random = random;
    }

    public DrawnSurface Drawn { get; }

    public EllipsoidState State { get; }

    public int AssetIn { get; }

    public int AssetOut { get; }

    /// <summary>Above 0, below 1: small ones as often as large.</summary>
    public double Part { get; }

    /// <summary>For whatever else a law draws.</summary>
    public Random Random { get; }

    /// <summary>That part of the largest amount in for which every smaller amount is feasible too.</summary>
    public double AmountIn => Part * State.Swaps.FirstLimit(SwapKind.ExactIn, AssetIn, AssetOut);

    /// <summary>That part of the largest amount out for which every smaller amount is feasible too.</summary>
    public double AmountOut => Part * State.Swaps.FirstLimit(SwapKind.ExactOut, AssetIn, AssetOut);

    /// <summary>Tries a law on as many trades as asked; the seed is fixed, and a failure prints it.</summary>
    public static void Obeys(int count, IReadOnlyList<DrawnSurface> surfaces, Action<Trade> law) => Prop
        .ForAll(Gen.Choose(0, int.MaxValue).Select(seed => new Trade(seed, surfaces)).ToArbitrary(), law)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20_261_120, 7));

    /// <summary>The trade of a seed that a failure printed.</summary>
    public static Trade Again(int seed, IReadOnlyList<DrawnSurface> surfaces) => new(seed, surfaces);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Drawn}, seed {_seed}, {AssetIn}→{AssetOut}, part {Part:R}, balances [{string.Join(", ", State.Balances.ToArray())}]");
}
