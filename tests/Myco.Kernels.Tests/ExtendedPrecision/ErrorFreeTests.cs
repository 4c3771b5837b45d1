using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Kernels.Tests.ExtendedPrecision;

[Properties(MaxTest = 2000, Replay = "20251120,1", Arbitrary = [typeof(Moderate)])]
public class ErrorFreeTests
{
    [Property]
    public bool A_sum_and_its_error_are_the_exact_sum_VsBigInteger(double x, double y)
    {
        (double sum, double error) = ErrorFree.TwoSum(x, y);
        return sum == x + y && ((Dyadic)sum + error - x - y).Mantissa.IsZero;
    }

    [Property]
    public bool A_quick_sum_of_ordered_numbers_is_the_exact_sum(double x, double y) =>
        ErrorFree.QuickTwoSum(Math.MaxMagnitude(x, y), Math.MinMagnitude(x, y)) == ErrorFree.TwoSum(x, y)
        || Math.Abs(x) == Math.Abs(y);

    [Property]
    public bool A_product_and_its_error_are_the_exact_product_VsBigInteger(double x, double y)
    {
        (double product, double error) = ErrorFree.TwoProduct(x, y);
        return product == x * y && ((Dyadic)product + error - ((Dyadic)x * y)).Mantissa.IsZero;
    }

    /// <summary>Numbers whose products neither overflow nor lose bits below the least normal number.</summary>
    private static class Moderate
    {
        public static Arbitrary<double> Numbers() =>
            ArbMap.Default.ArbFor<NormalFloat>().Generator.Select(x => x.Get).Where(x => Math.Abs(x) is > 1e-100 and < 1e100).ToArbitrary();
    }
}
