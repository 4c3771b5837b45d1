// Golden vectors of contracts of your own, replayed against the engine: amounts to the last digit, reverts by their reason.
using Myco.Verification;
using Myco.Verification.Vectors;

string path = Path.Combine(AppContext.BaseDirectory, "my-pools.json");
using FileStream stream = File.OpenRead(path);

// The header of the file names the library; every case is counted, and what differs is said in words.
VectorTally tally = VectorFiles.Replay(stream, Path.GetFileNameWithoutExtension(path));
foreach (VectorKind kind in tally.Kinds)
{
    Console.WriteLine($"{kind.Name}: {kind.Cases} cases, {kind.Reverts} of them reverts");
}

foreach (string failure in tally.Failures)
{
    Console.WriteLine(failure);
}

Console.WriteLine($"{tally.Passed} as on chain, {tally.Failed} not");
