using Myco.Engine.Deployment;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Surfaces;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Myco.Verification.Vectors;

namespace Myco.Verification.Golden;

/// <summary>The functions of <c>ellipsoid.json</c>, and of <c>ellipsoid_contract.json</c>, which our Solidity library made.</summary>
internal static class EllipsoidReplay
{
    private static Dictionary<string, Action<GoldenCall>> Functions() => new()
    {
        ["derive"] = Derive,
        ["validate"] = call => Surface(call),
        ["validateBox"] = call => Box(call),
        ["invariant"] = On(Invariant),
        ["swapExactIn"] = On((call, surface) => Swap(call, surface, ExactEllipsoidSwap.ExactIn)),
        ["swapExactOut"] = On((call, surface) => Swap(call, surface, ExactEllipsoidSwap.ExactOut)),
        ["mint"] = On(Mint),
        ["mintInBox"] = InBox(MintInBox),
        ["depositSingle"] = On((call, surface) => Single(call, surface, ExactEllipsoidSingle.Deposit)),
        ["depositSingleInBox"] = InBox(DepositInBox),
        ["burnSingle"] = On((call, surface) => Single(call, surface, ExactEllipsoidSingle.Burn)),
        ["pool.invariant"] = On(Invariant),
        ["pool.swapExactIn"] = OfPool((call, pool) => PoolSwap(call, pool, Engine.SwapKind.ExactIn)),
        ["pool.swapExactOut"] = OfPool((call, pool) => PoolSwap(call, pool, Engine.SwapKind.ExactOut)),
        ["pool.mint"] = OfPool(PoolMint),
        ["pool.depositSingle"] = OfPool(PoolDeposit),
        ["pool.burnSingle"] = OfPool(PoolBurn),
    };

    private delegate UInt256 SwapCall(ExactEllipsoidParameters parameters, ReadOnlySpan<UInt256> balances, int assetIn, int assetOut, in UInt256 amount, ref Fault fault);

    private delegate UInt256 SingleCall(ExactEllipsoidParameters parameters, ReadOnlySpan<UInt256> balances, int asset, in UInt256 shares, in UInt256 supply, ref Fault fault);

    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("ellipsoid", ContractEra.Solidity08, Functions);

    /// <summary>The same library, under the name of the contract's own vectors.</summary>
    public static GoldenLibrary Contract { get; } = new("ellipsoid_contract", ContractEra.Solidity08, Functions);

    private static void Derive(GoldenCall call)
    {
        VectorNode set = call.Parameters;
        EllipsoidSurface surface = EllipsoidSurface.FromAngles(
            set["stretch"].Numbers(), set["angles"].Numbers(), set["priceLower"].Numbers(), set["priceUpper"].Numbers());
        ExactEllipsoidParameters parameters = EllipsoidDerivation.FromSurface(surface, out _);
        call.Return("x", (UInt256)(ulong)parameters.Exponent);
        call.Return("t", parameters.Linear);
        for (int i = 0; i < parameters.Count; i++)
        {
            call.Return($"M[{i}]", parameters.Cone.Slice(i * parameters.Count, parameters.Count));
        }
    }

    private static void Invariant(GoldenCall call, ExactEllipsoidParameters surface)
    {
        UInt256 lower = ExactEllipsoidInvariant.Bounds(surface, call.UInts("balances"), out UInt256 upper, ref call.Fault);
        call.Return("lo", lower);
        call.Return("hi", upper);
    }

    private static void Swap(GoldenCall call, ExactEllipsoidParameters surface, SwapCall swap) => call.Return(
        "amount", swap(surface, call.UInts("balances"), Index(call, "assetIn"), Index(call, "assetOut"), call.UInt("amount"), ref call.Fault));

    private static void PoolSwap(GoldenCall call, ExactEllipsoidPool pool, Engine.SwapKind kind) => call.Return(
        "amount", pool.OnSwap(kind, call.UInts("balances"), Index(call, "assetIn"), Index(call, "assetOut"), call.UInt("amount"), ref call.Fault));

    private static void Mint(GoldenCall call, ExactEllipsoidParameters surface) => call.Return(
        "shares", ExactEllipsoidMint.Dense(surface, call.UInts("balances"), call.UInts("deposit"), call.UInt("supply"), ref call.Fault));

    private static void MintInBox(GoldenCall call, ExactEllipsoidParameters surface, ExactPriceBox box) => call.Return(
        "shares", ExactEllipsoidMint.InBox(surface, box, call.UInts("balances"), call.UInts("deposit"), call.UInt("supply"), ref call.Fault));

    private static void PoolMint(GoldenCall call, ExactEllipsoidPool pool) => call.Return(
        "shares", pool.Mint(call.UInts("balances"), call.UInts("deposit"), call.UInt("supply"), ref call.Fault));

    private static void Single(GoldenCall call, ExactEllipsoidParameters surface, SingleCall single) => call.Return(
        "amount", single(surface, call.UInts("balances"), Index(call, "asset"), call.UInt("shares"), call.UInt("supply"), ref call.Fault));

    private static void DepositInBox(GoldenCall call, ExactEllipsoidParameters surface, ExactPriceBox box) => call.Return(
        "amount",
        ExactEllipsoidSingle.DepositInBox(surface, box, call.UInts("balances"), Index(call, "asset"), call.UInt("shares"), call.UInt("supply"), ref call.Fault));

    private static void PoolDeposit(GoldenCall call, ExactEllipsoidPool pool) => call.Return(
        "amount", pool.DepositSingle(call.UInts("balances"), Index(call, "asset"), call.UInt("shares"), call.UInt("supply"), ref call.Fault));

    private static void PoolBurn(GoldenCall call, ExactEllipsoidPool pool) => call.Return(
        "amount", pool.BurnSingle(call.UInts("balances"), Index(call, "asset"), call.UInt("shares"), call.UInt("supply"), ref call.Fault));

    /// <summary>A function of the surface; parameters that are refused are the result.</summary>
    private static Action<GoldenCall> On(Action<GoldenCall, ExactEllipsoidParameters> replay) => call =>
    {
        if (Surface(call) is ExactEllipsoidParameters surface)
        {
            replay(call, surface);
        }
    };

    /// <summary>A function of the surface and its box; those that are refused are the result.</summary>
    private static Action<GoldenCall> InBox(Action<GoldenCall, ExactEllipsoidParameters, ExactPriceBox> replay) => On((call, surface) =>
    {
        if (Box(call) is ExactPriceBox box)
        {
            replay(call, surface, box);
        }
    });

    private static Action<GoldenCall> OfPool(Action<GoldenCall, ExactEllipsoidPool> replay) => InBox((call, surface, box) => replay(call, new(surface, box)));

    private static ExactEllipsoidParameters? Surface(GoldenCall call)
    {
        Int256[] cone = [.. Parameter(call, "M").List().SelectMany(row => row.Ints())];
        call.Fault.Raise(ExactEllipsoidParameters.TryCreate(
            Small(Parameter(call, "x")), Parameter(call, "t").Ints(), cone, out ExactEllipsoidParameters? parameters));
        return parameters;
    }

    private static ExactPriceBox? Box(GoldenCall call)
    {
        call.Fault.Raise(ExactPriceBox.TryCreate(Parameter(call, "lower").UInts(), Parameter(call, "upper").UInts(), out ExactPriceBox? box));
        return box;
    }

    /// <summary>A parameter: the case's own where it gives one, as those do that the constructor refuses.</summary>
    private static VectorNode Parameter(GoldenCall call, string key) => call.Input.Has(key) ? call.Input[key] : call.Parameters[key];

    private static int Index(GoldenCall call, string key) => Small(call.Input[key]);

    /// <summary>A word as a number; one beyond 2³¹ − 1 is beyond every limit.</summary>
    private static int Small(VectorNode node)
    {
        UInt256 word = node.UInt();
        return word > (UInt256)(ulong)int.MaxValue ? int.MaxValue : (int)word.Limb0;
    }
}
