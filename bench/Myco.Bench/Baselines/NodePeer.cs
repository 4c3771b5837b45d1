using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Myco.Bench.Baselines;

/// <summary>A child process with npm <c>@balancer-labs/balancer-maths</c> under node: installed for the bench only, and timing itself.</summary>
internal sealed class NodePeer : IDisposable
{
    private static readonly Lazy<string?> Folder = new(Install);
    private readonly Process _process;

    private NodePeer(Process process) => _process = process;

    /// <summary>A peer with that job and what it answers for each order; null where node or the package is not to be had.</summary>
    /// <param name="job">The job, as peer.mjs reads it.</param>
    /// <param name="amounts">The amount of each order.</param>
    public static NodePeer? TryStart(object job, out string[] amounts)
    {
        amounts = [];
        if (Folder.Value is not string folder)
        {
            return null;
        }

        NodePeer peer = new(Process.Start(new ProcessStartInfo("node", ["peer.mjs"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!);
        using JsonDocument answer = JsonDocument.Parse(peer.Ask(JsonSerializer.Serialize(job)));
        amounts = [.. answer.RootElement.GetProperty("amounts").EnumerateArray().Select(amount => amount.GetString()!)];
        return peer;
    }

    /// <summary>One round: nanoseconds per quote, by the peer's own clock.</summary>
    public double Round() => double.Parse(Ask("round"), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The peer under node ended; its message is above.");
    }

    private static string? Install()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "peer");
        if (Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            return folder;
        }

        try
        {
            using Process npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--silent", "--no-audit", "--no-fund"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            string errors = npm.StandardError.ReadToEnd();
            npm.WaitForExit();
            if (npm.ExitCode == 0)
            {
                return folder;
            }

            Console.Error.WriteLine($"The peer's package cannot be installed: {errors.Split('\n')[0]}");
        }
        catch (Win32Exception)
        {
            Console.Error.WriteLine("The peer needs node and npm, which are not here.");
        }

        return null;
    }
}
