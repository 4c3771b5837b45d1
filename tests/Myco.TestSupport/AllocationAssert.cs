namespace Myco.TestSupport;

/// <summary>Zero allocation as a test, not a claim.</summary>
public static class AllocationAssert
{
    /// <summary>Fails unless <paramref name="action"/>, run once to warm up and then again, allocates nothing on this thread.</summary>
    /// <remarks>Keep the delegate's own captures outside: only what runs inside it is counted. Several rounds are
    /// allowed, since compilation in the background may charge one of them to the thread.</remarks>
    public static void None(Action action, int rounds = 5)
    {
        action();
        long least = long.MaxValue;
        for (int round = 0; round < rounds && least != 0; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        if (least != 0)
        {
            throw new InvalidOperationException($"{least} bytes were allocated on this thread in each of {rounds} rounds; 0 are allowed.");
        }
    }
}
