using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Tests.Reserve;

/// <summary>An order drawn by a seed, in proportion to the state it meets, so that dropping others from a sequence leaves it sensible.</summary>
internal static class DrawnOperation
{
    private static readonly string[] Names = ["ada", "bob", "cyd", "dan"];

    public static SystemOperation Draw(int seed, SystemState state, SystemParameters parameters)
    {
        Random random = new(seed);
        double size = Math.Pow(10, -6 * random.NextDouble()), free = state.Supply - state.Locked;
        int one = random.Next(4), other = (one + random.Next(1, 4)) % 4;
        string name = Names[random.Next(Names.Length)];
        bool clip = random.Next(2) == 0;
        return random.Next(26) switch
        {
            0 or 1 or 2 => new DepositOperation { Value = size * Math.Max(state.ReserveValue, 1_000) },
            3 => new DepositOperation { Amounts = Amounts(random, state, size) },
            4 or 5 or 6 => new RedeemOperation { Tokens = free * (random.Next(30) == 0 ? 1 : size) },
            7 => new ReserveSwapOperation { VaultIn = one, VaultOut = other, Amount = size * state.Amounts[one] },
            8 => new ReserveSwapOperation { VaultIn = one, VaultOut = other, Amount = size * state.Amounts[other], Given = SwapKind.ExactOut },
            9 or 10 => new SubscribeOperation { Contributor = name, Tier = random.Next(3) switch { 0 => "Supporter", 1 => "Sustainer", _ => "Patron" }, Vault = one, Clip = clip },
            11 or 12 => new ContributeOperation { Attestation = Word(random, state, name), Clip = clip },
            13 or 14 => new StakeOperation { Contributor = name, Tokens = size * state.Supply, Duration = Math.Pow(10, 4 + (4 * random.NextDouble())), Clip = clip },
            15 or 16 => Unstake(state.Stakes.ElementAtOrDefault(random.Next(4)), name),
            17 or 18 or 19 => new AdvanceTimeOperation { Seconds = Math.Pow(10, 7 * random.NextDouble()) },
            20 or 21 => new SetPricesOperation { Prices = Prices(random, state) },
            22 => new ChangeParametersOperation { Parameters = Change(random, parameters), Duration = random.Next(3) == 0 ? 0 : 1e6 * random.NextDouble() },
            23 or 24 => new MoveWeightsOperation { Multipliers = Drift(random, one, other) },
            _ => Nonsense(random, size),
        };
    }

    private static double[] Drift(Random random, int rising, int falling)
    {
        double[] multipliers = new double[4];
        multipliers[rising] = Math.Pow(10, -6 - (3 * random.NextDouble()));
        multipliers[falling] = random.Next(10) == 0 ? 0 : -multipliers[rising];
        return multipliers;
    }

    private static double[] Amounts(Random random, SystemState state, double size)
    {
        double[] amounts = state.Amounts.ToArray();
        for (int i = 0; i < amounts.Length; i++)
        {
            amounts[i] *= random.Next(3) == 0 ? 0 : size * random.NextDouble();
        }

        return amounts;
    }

    private static UnstakeOperation Unstake(in Stake stake, string name) => new() { Contributor = stake.Contributor ?? name, Stake = stake.Id };

    private static Attestation Word(Random random, SystemState state, string name) => new(
        name, random.Next(2) == 0 ? "code" : "governance", Math.Pow(10, 4 * random.NextDouble()), state.Time - Math.Pow(10, 6 * random.NextDouble()),
        random.Next(10) == 0 ? 0 : state.Sequence, random.Next(10) == 0 ? "nobody" : "council");

    private static double[] Prices(Random random, SystemState state)
    {
        double[] prices = state.Prices.ToArray();
        for (int i = 0; i < prices.Length; i++)
        {
            double calibration = state.Parameters.Vaults[i].CalibrationPrice;
            double wander = random.Next(10) == 0 ? 0.3 : 0.02;
            prices[i] = random.Next(4) == 0 ? calibration : Math.Clamp(prices[i] * Math.Exp(wander * (random.NextDouble() - 0.5)), calibration / 2, calibration * 2);
        }

        return prices;
    }

    private static SystemParameters Change(Random random, SystemParameters parameters)
    {
        AnglesDefinition surface = parameters.Surface with
        {
            Stretch = [.. parameters.Surface.Stretch.Select(factor => Math.Max(1, factor * Math.Exp(random.NextDouble() - 0.5)))],
            Angles = [.. parameters.Surface.Angles.Select(angle => angle + (0.2 * (random.NextDouble() - 0.5)))],
        };
        double[] shares = [.. parameters.TargetWeights.Select(weight => weight * (0.9 + (0.2 * random.NextDouble())))];
        return Systems.Drawn(random) with
        {
            Surface = random.Next(2) == 0 ? surface : parameters.Surface,
            TargetWeights = [.. shares.Select(share => share / shares.Sum())],
            ContributorLimit = random.Next(2, 5),
            StakeLimit = random.Next(2, 6),
            Redemption = new(1 + random.NextDouble(), 0.5 * random.NextDouble(), 0.7 * random.NextDouble(), 0.999_99),
        };
    }

    private static SystemOperation Nonsense(Random random, double size)
    {
        double wrong = random.Next(5) switch { 0 => double.NaN, 1 => double.PositiveInfinity, 2 => -size, 3 => 0, _ => double.Epsilon };
        return random.Next(11) switch
        {
            0 => new DepositOperation { Value = wrong },
            1 => new DepositOperation { Amounts = [wrong, 1, 0, 0] },
            2 => new DepositOperation { Amounts = [1, 1] },
            3 => new RedeemOperation { Tokens = wrong },
            4 => new ReserveSwapOperation { VaultIn = random.Next(-1, 6), VaultOut = random.Next(-1, 6), Amount = wrong },
            5 => new AdvanceTimeOperation { Seconds = wrong },
            6 => new SetPricesOperation { Prices = [1, wrong, 2_000, 60_000] },
            7 => new StakeOperation { Contributor = "ada", Tokens = wrong, Duration = 1e6 },
            8 => new DepositOperation { Value = 100, Deadline = wrong },
            9 => new RedeemOperation { Tokens = 100, LeastPayout = double.NaN },
            _ => new DepositOperation { Value = 100, LeastMinted = 1e9 },
        };
    }
}
