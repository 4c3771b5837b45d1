// A million quotes on one state of three assets: columns in, columns out, nothing allocated, the bits of the single quote.
using Myco.Engine;
using Myco.Engine.Batch;
using Myco.Engine.Surfaces;

const int Count = 1_000_000;

EllipsoidSurface surface = EllipsoidSurface.FromAngles(
    stretch: [2, 3, 1], angles: [0.1, 0.2, 0.3], priceLower: [0.8, 0.8, 1], priceUpper: [1.25, 1.25, 1]);
EllipsoidState state = surface.At([1_200_000, 900_000, 1_100_000]);

SwapKind[] kinds = new SwapKind[Count];
int[] assetsIn = new int[Count], assetsOut = new int[Count];
double[] amounts = new double[Count], results = new double[Count];
QuoteStatus[] statuses = new QuoteStatus[Count];
Random random = new(7);
for (int i = 0; i < Count; i++)
{
    kinds[i] = random.Next(2) == 0 ? SwapKind.ExactIn : SwapKind.ExactOut;
    assetsIn[i] = random.Next(3);
    assetsOut[i] = (assetsIn[i] + 1 + random.Next(2)) % 3;
    amounts[i] = 1_000 * random.NextDouble();
}

SwapBatch.Quote(state, kinds, assetsIn, assetsOut, amounts, fee: 0.001, results, statuses, threads: Environment.ProcessorCount);

Console.WriteLine($"{statuses.Count(status => status == QuoteStatus.Ok)} of {Count} priced; their sum is {results.Sum():R}");
int first = Array.IndexOf(kinds, SwapKind.ExactIn);
Quote alone = state.SwapExactIn(assetsIn[first], assetsOut[first], amounts[first], fee: 0.001);
Console.WriteLine($"the first exact-in swap pays {results[first]:R} in the batch and {alone.Amount:R} alone");
