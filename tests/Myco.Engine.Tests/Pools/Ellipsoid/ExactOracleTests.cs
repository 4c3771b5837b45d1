using System.Globalization;
using System.Numerics;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Tests.Pools.Ellipsoid.Oracle;
using Myco.Kernels.Exact.Faults;
using Xunit.Abstractions;

namespace Myco.Engine.Tests.Pools.Ellipsoid;

/// <summary>Every operation (ExactEllipsoidQuadratic, ExactEllipsoidInvariant, ExactEllipsoidPoint, ExactEllipsoidPrices at its RootScale) against exact arithmetic, from dust to 10³⁴ units, N 2 to 8, λ to 10⁸.</summary>
/// <remarks><c>MYCO_FUZZ=1000000</c> in the environment makes as many operations of it (and a tenth as many with arbitrary integers); without it 24 000.</remarks>
public sealed class ExactOracleTests(ITestOutputHelper output)
{
    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("MYCO_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 24_000;

    [Fact]
    public void Nothing_is_on_the_wrong_side_and_the_rest_is_floor_or_ceiling()
    {
        Random random = new(20_261_120);
        Tally tally = new();
        for (int i = 0; i < Count; i++)
        {
            StoredSurface surface = StoredSurface.All[random.Next(StoredSurface.All.Count)];
            FuzzCase.Run(surface, surface.State(random), random, tally);
        }

        output.WriteLine(tally.ToString());
        Assert.True(tally.Failures.Count == 0, string.Join('\n', tally.Failures));
        foreach (string operation in FuzzCase.Operations)
        {
            long answers = tally.Of(operation, Verdict.Exact) + tally.Of(operation, Verdict.OneUnit) + tally.Of(operation, Verdict.AtTheEnd);
            Assert.True(answers > Count / 20, $"{operation} has only {answers} answers");
            Assert.True(tally.Of(operation, Verdict.Exact) >= LeastExact(operation) * answers, $"{operation}: {tally}");
        }
    }

    /// <summary>A mint of a whole number of shares, as a proportional deposit's, is one less; a deposit's R is taken from above.</summary>
    private static double LeastExact(string operation) => operation switch { "mint" => 0.5, "deposit" => 0.99, _ => 0.999 };

    [Fact]
    public void Arbitrary_integers_that_the_constructor_takes_never_pay_too_much()
    {
        Random random = new(124_935);
        Tally tally = new();
        while (tally.Answers < Count / 10)
        {
            if (ArbitrarySurface.Draw(random) is StoredSurface surface)
            {
                for (int i = 0; i < 8; i++)
                {
                    FuzzCase.Run(surface, surface.State(random), random, tally);
                }
            }
        }

        output.WriteLine(tally.ToString());
        Assert.Equal(0, tally.Of(Verdict.WrongSide));
    }

    [Fact]
    public void The_judge_sees_one_unit_too_much()
    {
        Random random = new(5);
        int seen = 0;
        for (int i = 0; i < 200; i++)
        {
            StoredSurface surface = StoredSurface.All[random.Next(StoredSurface.All.Count)];
            BigInteger[] balances = surface.State(random);
            Fault fault = default;
            BigInteger amount = balances[0] / 1000;
            BigInteger answer = Big.Of(ExactEllipsoidSwap.ExactIn(
                surface.Parameters, Array.ConvertAll(balances, Big.Unsigned), 0, 1, Big.Unsigned(amount), ref fault));
            if (!fault.IsRaised && answer < balances[1])
            {
                Judge.Question question = new(surface.Exact, balances, 1, 1);
                BigInteger[] received = Judge.Moved(balances, 0, amount);
                Assert.Equal(Verdict.Exact, Judge.Out(question, received, 1, answer));
                Assert.Equal(Verdict.WrongSide, Judge.Out(question, received, 1, answer + 1));
                Assert.True(answer == 0 || Judge.Out(question, received, 1, answer - 1) == Verdict.OneUnit, $"{surface}: {string.Join(' ', balances)}; {amount}: {answer}");
                seen++;
            }
        }

        Assert.True(seen > 50, $"only {seen} swaps were answered");
    }
}
