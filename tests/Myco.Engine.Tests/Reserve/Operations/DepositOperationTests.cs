using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Tests.Reserve.Operations;

public class DepositOperationTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.003)]
    [InlineData(0.04)]
    public void A_deposit_in_proportion_mints_its_part_of_the_supply_less_the_fee_and_the_vaults_take_it_whole(double fee)
    {
        SystemState state = Systems.Started(RefusalCase.Free with { Fee = new() { Static = fee } });
        double supply = state.Supply;
        double[] before = state.Amounts.ToArray();
        SystemReceipt receipt = Systems.Do(state, new DepositOperation { Amounts = [.. before.Select(amount => amount / 8)] });
        Assert.Equal(fee, receipt.FeeRate);
        Assert.Equal((1 - fee) / 8, receipt.SurfaceGrowth, 1e-14);
        Assert.Equal(supply * (1 - fee) / 8, receipt.Minted, 1e-14 * supply);
        Assert.Equal(before.Select(amount => amount * 1.125), state.Amounts.ToArray());
    }
}
