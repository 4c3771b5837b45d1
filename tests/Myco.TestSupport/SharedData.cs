namespace Myco.TestSupport;

/// <summary>Data that is read where it lies and not kept here: below the folder that MYCO_SHARED names, else <c>../shared</c> beside the repository.</summary>
public static class SharedData
{
    // A test's output is shown only when it fails: the gate reads the names from here and counts them.
    private const string Absent = "external-data-absent";

    /// <summary>The folder or file of that name; null, with its name left in artifacts for the gate to tell, where there is none.</summary>
    public static string? Find(params string[] parts)
    {
        string root = Environment.GetEnvironmentVariable("MYCO_SHARED") ?? Path.Combine(Repository.Root, "..", "shared");
        string path = Path.GetFullPath(Path.Combine([root, .. parts]));
        if (Path.Exists(path))
        {
            return path;
        }

        string folder = Repository.PathOf("artifacts", Absent);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, string.Join('.', parts)), string.Empty);
        Console.Error.WriteLine($"external data absent: {string.Join('.', parts)}");
        return null;
    }
}
