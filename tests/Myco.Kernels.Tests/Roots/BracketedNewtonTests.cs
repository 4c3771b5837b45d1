using Myco.Kernels.Roots;

namespace Myco.Kernels.Tests.Roots;

/// <summary>BracketedNewton on an IDifferentiable: a Root with its RootStatus for every bracket, smooth or nasty.</summary>
public class BracketedNewtonTests
{
    /// <summary>Functions that defeat a careless search: flat, steep, kinked, discontinuous, noisy, of wrong slope.</summary>
    public static TheoryData<string, double, double> NastyFunctions => new()
    {
        { "cube", -1, 2 },
        { "ninth power", -1e300, 1 },
        { "flat exponential", 0, 1e6 },
        { "arctangent", -1e300, 1e299 },
        { "cube root", -3, 8 },
        { "step", -1e10, double.MaxValue },
        { "jump at a tiny number", -double.MaxValue, double.MaxValue },
        { "pole", 0.5, 3 },
        { "wrong sign of slope", 0, 7 },
        { "slope of zero", 0, 7 },
        { "slope that is NaN", 0, 7 },
        { "slope that creeps", -1e200, 1e200 },
        { "infinite ends", 0, 1 },
        { "wiggle", -10, 11 },
        { "noise", 0, 3 },
        { "linear", -5, 1e17 },
    };

    [Theory]
    [MemberData(nameof(NastyFunctions))]
    public void Every_search_ends_at_a_zero_or_a_change_of_sign(string name, double lower, double upper)
    {
        Named function = new(Nasty.Functions[name]);
        foreach (bool reflect in new[] { false, true })
        {
            function.Sign = reflect ? -1 : 1;
            Root root = BracketedNewton.Solve<NamedFunction, Named>(in function, lower, upper);
            Assert.Equal(RootStatus.Converged, root.Status);
            Assert.InRange(root.Value, lower, upper);
            Assert.InRange(root.Evaluations, 2, BracketedNewton.EvaluationLimit);
            AssertRoot(function, root.Value);
        }
    }

    [Fact]
    public void A_smooth_function_takes_a_dozen_evaluations()
    {
        Constant two = new(2);
        Root root = BracketedNewton.Solve<SquareMinus, Constant>(in two, 0, 1e6);
        Assert.Equal(Math.Sqrt(2), root.Value, 3e-16);
        Assert.InRange(root.Evaluations, 3, 20);
        root = BracketedNewton.Solve<SquareMinus, Constant>(in two, 1, 2);
        Assert.InRange(root.Evaluations, 3, 12);
    }

    [Fact]
    public void Square_roots_of_every_scale_are_found_to_the_neighbouring_number()
    {
        for (int exponent = -1000; exponent <= 1000; exponent += 7)
        {
            Constant constant = new(Math.ScaleB(1.2345, exponent));
            Root root = BracketedNewton.Solve<SquareMinus, Constant>(in constant, 0, 1e300);
            Assert.Equal(RootStatus.Converged, root.Status);
            double exact = Math.Sqrt(constant.Value);
            Assert.InRange(root.Value, Math.BitDecrement(exact), Math.BitIncrement(exact));
        }
    }

    [Fact]
    public void The_limit_ends_a_search_with_the_best_so_far()
    {
        Named function = new(Nasty.Functions["jump at a tiny number"]);
        for (int limit = 0; limit <= 20; limit++)
        {
            Root root = BracketedNewton.Solve<NamedFunction, Named>(in function, -1, double.MaxValue, limit);
            Assert.Equal(RootStatus.IterationLimit, root.Status);
            Assert.Equal(Math.Max(2, limit), root.Evaluations);
            Assert.InRange(root.Value, -1, double.MaxValue);
        }
    }

    [Fact]
    public void A_zero_at_an_end_is_the_root()
    {
        Constant four = new(4);
        Assert.Equal(new(2, RootStatus.Converged, 2), BracketedNewton.Solve<SquareMinus, Constant>(in four, 2, 9));
        Assert.Equal(new(2, RootStatus.Converged, 2), BracketedNewton.Solve<SquareMinus, Constant>(in four, 0, 2));
        Assert.Equal(new(2, RootStatus.Converged, 2), BracketedNewton.Solve<SquareMinus, Constant>(in four, 2, 2));
    }

    [Theory]
    [InlineData(3, 9, RootStatus.NoBracket)]
    [InlineData(9, 0, RootStatus.NoBracket)]
    [InlineData(9, 2, RootStatus.NoBracket)]
    [InlineData(3, 3, RootStatus.NoBracket)]
    [InlineData(double.NaN, 3, RootStatus.NotFinite)]
    [InlineData(0, double.PositiveInfinity, RootStatus.NotFinite)]
    public void Ends_that_hold_no_root_are_refused(double lower, double upper, RootStatus status)
    {
        Constant four = new(4);
        Root root = BracketedNewton.Solve<SquareMinus, Constant>(in four, lower, upper);
        Assert.Equal(status, root.Status);
        Assert.True(double.IsNaN(root.Value));
    }

    [Fact]
    public void A_function_that_is_not_a_number_somewhere_is_reported()
    {
        Named inside = new(x => (x < 1 ? -1 : x > 2 ? 1 : double.NaN, 0));
        Assert.Equal(RootStatus.NotFinite, BracketedNewton.Solve<NamedFunction, Named>(in inside, 0, 3).Status);
        Assert.Equal(RootStatus.NotFinite, BracketedNewton.Solve<NamedFunction, Named>(in inside, 1.5, 3).Status);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        Constant two = new(2);
        BracketedNewton.Solve<SquareMinus, Constant>(in two, 0, 2);
        long before = GC.GetAllocatedBytesForCurrentThread();
        BracketedNewton.Solve<SquareMinus, Constant>(in two, 0, 2);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void AssertRoot(Named function, double root)
    {
        int Sign(double x) => Math.Sign(function.Function(x).Value);
        Assert.True(
            Sign(root) == 0 || Sign(Math.BitIncrement(root)) != Sign(root) || Sign(Math.BitDecrement(root)) != Sign(root),
            $"no change of sign at {root:R}");
    }

    private readonly record struct Constant(double Value);

    private record struct Named(Func<double, (double Value, double Slope)> Function, int Sign = 1);

    private struct SquareMinus : IDifferentiable<Constant>
    {
        public static void Evaluate(ref readonly Constant arguments, double x, out double value, out double slope) =>
            (value, slope) = (Math.FusedMultiplyAdd(x, x, -arguments.Value), 2 * x);
    }

    private struct NamedFunction : IDifferentiable<Named>
    {
        public static void Evaluate(ref readonly Named arguments, double x, out double value, out double slope)
        {
            (value, slope) = arguments.Function(x);
            (value, slope) = (arguments.Sign * value, arguments.Sign * slope);
        }
    }
}
