using FsCheck;
using FsCheck.Fluent;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Kernels.Tests.ExtendedPrecision;

public class ErrorFreeTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20251120, 1);

    private static readonly Arbitrary<double> Moderate =
        ArbMap.Default.ArbFor<NormalFloat>().Generator.Select(x => x.Get).Where(x => Math.Abs(x) is > 1e-100 and < 1e100).ToArbitrary();

    [Fact]
    public void A_sum_and_its_error_are_the_exact_sum_VsBigInteger() =>
        Prop.ForAll(Moderate, Moderate, (x, y) =>
        {
            (double sum, double error) = ErrorFree.TwoSum(x, y);
            return sum == x + y && ((Dyadic)sum + error - x - y).Mantissa.IsZero;
        }).Check(Seeded);

    [Fact]
    public void A_quick_sum_of_ordered_numbers_is_the_exact_sum() =>
        Prop.ForAll(Moderate, Moderate, (x, y) =>
            ErrorFree.QuickTwoSum(Math.MaxMagnitude(x, y), Math.MinMagnitude(x, y)) == ErrorFree.TwoSum(x, y)
            || Math.Abs(x) == Math.Abs(y)).Check(Seeded);

    [Fact]
    public void A_product_and_its_error_are_the_exact_product_VsBigInteger() =>
        Prop.ForAll(Moderate, Moderate, (x, y) =>
        {
            (double product, double error) = ErrorFree.TwoProduct(x, y);
            return product == x * y && ((Dyadic)product + error - ((Dyadic)x * y)).Mantissa.IsZero;
        }).Check(Seeded);
}
