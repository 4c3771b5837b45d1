namespace Myco.Cli.Console;

/// <summary>The program's exit codes, the same for every verb. Source: spec 05-formats.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, but some orders or cases failed; each is named on stderr.</summary>
    public const int SomeFailed = 1;

    /// <summary>Wrong usage or unreadable input; nothing was done.</summary>
    public const int Refused = 2;

    /// <summary>A defect of the program.</summary>
    public const int Defect = 3;
}
