using System.Text;
using Myco.Cli.Console;
using Myco.Cli.Reports;
using Myco.Engine.Reserve.Scenarios;

namespace Myco.Cli.Files;

/// <summary>The course as files: <c>NAME.csv</c> and <c>NAME.svg</c>, each written beside and renamed.</summary>
internal static class CourseFiles
{
    /// <summary>Writes both files; the folder is made if it is not there.</summary>
    /// <exception cref="UsageException">The folder cannot be made or written.</exception>
    public static void Write(ScenarioRun run, RunComparison? comparison, string folder)
    {
        if (folder.Length == 0 || File.Exists(folder))
        {
            throw new UsageException($"--out '{folder}' is a file, or nothing; name a folder");
        }

        InputFile.Guard(folder, () => Directory.CreateDirectory(folder));
        string name = Path.Combine(folder, run.Scenario.Name);
        OutputFile.Replace($"{name}.csv", Text(writer => CourseTable.WriteCsv(run.Steps, writer)));
        OutputFile.Replace($"{name}.svg", Text(writer => CoursePicture.Write(run, comparison, writer)));
    }

    private static byte[] Text(Action<StreamWriter> write)
    {
        using MemoryStream stream = new();
        using (StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" })
        {
            write(writer);
        }

        return stream.ToArray();
    }
}
