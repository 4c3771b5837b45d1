namespace Myco.Verification.Vectors;

/// <summary>Keys that a format knows: any other would be a vector skipped, unless it is a remark.</summary>
internal static class KnownKeys
{
    private static readonly string[] Remarks = ["group", "header", "id", "name", "note", "notes", "origin", "seed", "source"];

    /// <summary>The first key that is neither known nor a remark; null when there is none.</summary>
    public static string? FirstUnknown(VectorNode node, string[] known) =>
        node.Keys().Find(key => !known.Contains(key) && !Remarks.Contains(key));

    /// <summary>Counts every unknown key as a failed case.</summary>
    public static void FailUnknown(VectorNode node, string[] known, string format, VectorTally tally)
    {
        foreach (string key in node.Keys().Where(key => !known.Contains(key) && !Remarks.Contains(key)))
        {
            tally.Fail("unknown key", node.Where, $"'{key}' is no key of {format}, and nothing of it was replayed");
        }
    }
}
