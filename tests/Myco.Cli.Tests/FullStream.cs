namespace Myco.Cli.Tests;

/// <summary>A place without room: nothing can be written to it.</summary>
internal sealed class FullStream : MemoryStream
{
    public override void Write(ReadOnlySpan<byte> buffer) => throw Full();

    public override void Write(byte[] buffer, int offset, int count) => throw Full();

    public override void WriteByte(byte value) => throw Full();

    private static IOException Full() => new("No space left on device.");
}
