namespace Myco.Engine.Surfaces;

/// <content>Mints and burns.</content>
public sealed partial class EllipsoidState
{
    /// <summary>The growth of the supply, δr/r, for a deposit of every asset.</summary>
    /// <param name="deposits">N amounts in surface units, none below 0, at least one above.</param>
    /// <remarks>Within 6 ulp. Refused with <see cref="QuoteStatus.OutsidePriceBounds"/> when it would end farther outside the price box than the
    /// state is; a proportional deposit is never refused.</remarks>
    /// <exception cref="ArgumentException">The number of deposits is not N.</exception>
    public Quote Mint(ReadOnlySpan<double> deposits)
    {
        CheckLength(deposits.Length, nameof(deposits));
        Span<int> assets = stackalloc int[Dimension];
        Span<double> amounts = stackalloc double[Dimension];
        int count = 0;
        for (int i = 0; i < deposits.Length; i++)
        {
            if (deposits[i] != 0)
            {
                assets[count] = i;
                amounts[count++] = deposits[i];
            }
        }

        return MintListed(assets[..count], amounts[..count]);
    }

    /// <summary>The growth of the supply for deposits of some assets: <see cref="Mint"/> with zeros left out.</summary>
    /// <param name="assets">The assets deposited, each at most once.</param>
    /// <param name="amounts">One amount per asset listed, in surface units, none below 0, at least one above.</param>
    /// <remarks>Listing an asset twice has <see cref="QuoteStatus.SameAsset"/>.</remarks>
    /// <exception cref="ArgumentException">The lengths differ, or more assets are listed than the surface has.</exception>
    public Quote MintSparse(ReadOnlySpan<int> assets, ReadOnlySpan<double> amounts)
    {
        if (assets.Length != amounts.Length || assets.Length > Dimension)
        {
            ThrowList(assets.Length, amounts.Length);
        }

        ulong seen = 0;
        bool repeated = false;
        foreach (int asset in assets)
        {
            if ((uint)asset >= (uint)Dimension)
            {
                return Quote.Refuse(QuoteStatus.BadAsset);
            }

            repeated |= (seen & (1UL << asset)) != 0;
            seen |= 1UL << asset;
        }

        return repeated ? Quote.Refuse(QuoteStatus.SameAsset) : MintListed(assets, amounts);
    }

    /// <summary>The growth of the supply for a deposit of one asset: <see cref="Mint"/> with zeros for the others.</summary>
    /// <param name="asset">The asset deposited.</param>
    /// <param name="amount">The amount in surface units, above 0.</param>
    public Quote MintSingle(int asset, double amount)
    {
        QuoteStatus status = AmountCheck.Single(Dimension, asset, amount);
        return status == QuoteStatus.Ok ? MintListed([asset], [amount]) : Quote.Refuse(status);
    }

    /// <summary>The deposit of one asset for which the supply grows by a wanted fraction; a mint, and refused like one.</summary>
    /// <param name="asset">The asset deposited.</param>
    /// <param name="growth">The wanted growth of the supply, δr/r, above 0.</param>
    public Quote DepositForGrowth(int asset, double growth)
    {
        QuoteStatus status = AmountCheck.Single(Dimension, asset, growth);
        if (status != QuoteStatus.Ok)
        {
            return Quote.Refuse(status);
        }

        Solution solution = BurnFormula.Deposit(_plain, asset, growth, _burnSlopes[asset], Surface.Box);
        return solution.IsReliable ? solution.Quote : _extended.Deposit(asset, growth, Surface.Box);
    }

    /// <summary>The amount of one asset, in surface units, that a fraction of the supply is burned for.</summary>
    /// <param name="asset">The asset paid out.</param>
    /// <param name="fraction">The part of the supply burned, above 0 and at most 1.</param>
    public Quote Burn(int asset, double fraction)
    {
        QuoteStatus status = AmountCheck.Single(Dimension, asset, fraction);
        if (status != QuoteStatus.Ok || fraction > 1)
        {
            return Quote.Refuse(status == QuoteStatus.Ok ? QuoteStatus.Infeasible : status);
        }

        Solution solution = BurnFormula.Burn(_plain, asset, fraction, _burnSlopes[asset]);
        return solution.IsReliable ? solution.Quote : _extended.Burn(asset, fraction);
    }

    /// <summary>The amounts, fraction·v, that a fraction of the supply is burned for in proportion.</summary>
    /// <param name="fraction">The part of the supply burned, above 0 and at most 1.</param>
    /// <param name="amounts">N amounts out; NaN when refused.</param>
    /// <exception cref="ArgumentException">The number of amounts is not N.</exception>
    public QuoteStatus BurnProportional(double fraction, Span<double> amounts)
    {
        CheckLength(amounts.Length, nameof(amounts));
        QuoteStatus status = AmountCheck.Positive(fraction);
        status = status == QuoteStatus.Ok && fraction > 1 ? QuoteStatus.Infeasible : status;
        for (int i = 0; i < amounts.Length; i++)
        {
            amounts[i] = status == QuoteStatus.Ok ? fraction * _balances[i] : double.NaN;
        }

        return status;
    }

    private void ThrowList(int assets, int amounts) => throw new ArgumentException(
        $"{assets} assets and {amounts} amounts; give one amount per asset, for at most {Dimension} assets.", nameof(assets));

    private Quote MintListed(ReadOnlySpan<int> assets, ReadOnlySpan<double> amounts)
    {
        QuoteStatus status = AmountCheck.Deposits(amounts);
        if (status != QuoteStatus.Ok)
        {
            return Quote.Refuse(status);
        }

        Solution solution = MintFormula.Solve(_plain, assets, amounts, Surface.Box);
        return solution.IsReliable ? solution.Quote : _extended.Mint(assets, amounts, Surface.Box);
    }
}
