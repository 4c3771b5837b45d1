namespace Myco.Engine.Reserve.Redemption;

/// <summary>The rate and the reserve at each redemption level, for one reserve at level 0; everything in parts of the anchor supply.</summary>
/// <remarks><para>b(x) = b_a − x up to x_U, b_a − x + α(x − x_U)²/2 up to x_L, r_L(1 − x) beyond, with r_L = 1 − α(x_L − x_U).</para>
/// <para>The curve is held by its deficit δ = 1 − b_a and by the length x_L − x_U, which keep their digits where b_a and x_L lose them.</para>
/// <para>Source: spec 02-reserve-system, section 3.</para></remarks>
internal readonly record struct RedemptionCurve
{
    // Nearer to θ no deficit can come, and be told from it: α stays finite.
    private const double Finest = 1.0 / (1L << 52);

    /// <summary>The curve with its dynamic parameters.</summary>
    /// <param name="parameters">The least curvature, the largest threshold, the floor.</param>
    /// <param name="deficit">δ = 1 − b_a, from 0 to below 1 − θ̄.</param>
    public RedemptionCurve(RedemptionParameters parameters, double deficit)
    {
        // spec 02 §3: α̂ = 2δ or θ²/(2(θ − δ)); x̂_U = 1 − √(2δ/α) or 1 − δ/θ − θ/(2α); (1 − x_L)² = (1 − x_U)² − 2δ/α.
        double theta = parameters.FloorDiscount;
        double toFloor = Math.Max(theta - deficit, theta * Finest);
        double least = deficit <= theta / 2 ? 2 * deficit : theta * theta / (2 * toFloor);
        Deficit = deficit;
        Curvature = Math.Max(parameters.Curvature, least);
        double square = 2 * deficit / Curvature;
        double height = Curvature * deficit <= theta * theta / 2 ? Math.Sqrt(square) : (deficit / theta) + (theta / (2 * Curvature));
        Threshold = Math.Min(parameters.Threshold, Math.Max(1 - height, 0));
        double room = 1 - Threshold;
        double radicand = (room * room) - square;
        FallLength = square == 0 ? 0 : radicand >= 0 ? square / (room + Math.Sqrt(radicand)) : room;
    }

    /// <summary>δ, what the reserve lacks of the supply at level 0.</summary>
    public double Deficit { get; }

    /// <summary>α, by which the rate falls per part of the anchor supply.</summary>
    public double Curvature { get; }

    /// <summary>x_U, up to which the rate is one.</summary>
    public double Threshold { get; }

    /// <summary>x_L − x_U, over which the rate falls.</summary>
    public double FallLength { get; }

    /// <summary>x_L, from which on the rate stays.</summary>
    public double Limit => Threshold + FallLength;

    /// <summary>b_a, the reserve at level 0.</summary>
    public double AnchoredReserve => 1 - Deficit;

    /// <summary>What the next unit is paid at a level from 0 to 1.</summary>
    public double RateAt(double level) => 1 - (Curvature * Math.Clamp(level - Threshold, 0, FallLength));

    /// <summary>b(x), the reserve left at a level from 0 to 1.</summary>
    public double ReserveAt(double level) => 1 - level - DeficitAt(level);

    /// <summary>1 − x − b(x), what the reserve lacks of the supply left at a level from 0 to 1.</summary>
    public double DeficitAt(double level) => DeficitAt(level, 1 - level);

    /// <summary>The same where the supply left, 1 − x, is known to more digits than x tells.</summary>
    public double DeficitAt(double level, double supply)
    {
        double fall = Math.Max(level - Threshold, 0);
        return fall <= FallLength ? Deficit - (Curvature * fall * fall / 2) : supply * Curvature * FallLength;
    }

    /// <summary>amount − (b(x) − b(x + amount)), what a redemption is paid below par.</summary>
    /// <param name="level">x.</param>
    /// <param name="amount">What is redeemed, from 0 to 1 − x.</param>
    public double LossOf(double level, double amount)
    {
        double start = Math.Clamp(level - Threshold, 0, FallLength);
        double beyond = Math.Max(amount - Math.Max(Threshold - level, 0), 0);
        double falling = Math.Min(beyond, FallLength - start);
        return Curvature * ((falling * (start + (falling / 2))) + ((beyond - falling) * FallLength));
    }
}
