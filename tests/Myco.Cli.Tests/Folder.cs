using System.Text;

namespace Myco.Cli.Tests;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class Folder : IDisposable
{
    public const string Pool = """
        {
          "kind": "ellipsoid",
          "assets": ["USDC", "1", "DAI"],
          "stretch": [2, 3, 1],
          "angles": [0.1, 0.2, 0.3],
          "priceLower": [0.8, 0.8, 1],
          "priceUpper": [1.25, 1.25, 1],
          "balances": [1080, 1110, 455],
          "fee": 0.003
        }
        """;

    private readonly string _path = Directory.CreateTempSubdirectory("myco").FullName;

    public string this[string name] => Path.Combine(_path, name);

    public string PoolPath => Write("pool.json", Pool);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public string[] Files() => [.. Directory.GetFiles(_path).Select(Path.GetFileName).Order()!];

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
