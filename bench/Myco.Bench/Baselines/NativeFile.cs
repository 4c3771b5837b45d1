using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Myco.Bench.Baselines;

/// <summary>A C++ file of the folder <c>native</c>, compiled by the machine's own g++ and loaded; nothing where there is none.</summary>
internal static class NativeFile
{
    private const string Compiler = "g++";

    /// <summary>Compiles and loads; false, with the reason on the standard error stream, when that fails.</summary>
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="library">The loaded library.</param>
    /// <param name="options">More options for the compiler.</param>
    public static bool TryLoad(string name, out nint library, params string[] options)
    {
        string source = Path.Combine(AppContext.BaseDirectory, "native", name + ".cpp");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("myco-bench-");
        string target = Path.Combine(folder.FullName, $"lib{name}.so");
        try
        {
            return Compile(source, target, options) & NativeLibrary.TryLoad(target, out library);
        }
        finally
        {
            // A loaded library stays mapped after its file is gone.
            folder.Delete(recursive: true);
        }
    }

    private static bool Compile(string source, string target, string[] options)
    {
        ProcessStartInfo start = new(Compiler, ["-O3", "-march=native", "-std=c++17", "-shared", "-fPIC", .. options, source, "-o", target])
        {
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                Console.Error.WriteLine($"{Path.GetFileName(source)} does not compile here: {errors.Split('\n')[0]}");
            }

            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
