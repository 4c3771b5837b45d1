using System.Text;
using System.Text.Json;
using Myco.Cli.Console;

namespace Myco.Cli.Tests.Verbs;

/// <summary>DepositVerb and RedeemVerb on a state's file: a preview that leaves it alone, and what --apply writes.</summary>
public sealed class StateVerbsTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly string _path;
    private readonly byte[] _bytes;

    public StateVerbsTests()
    {
        _path = _folder["state.json"];
        Assert.Equal(ExitCode.Done, CliRun.Of("scenario", "run", "token-launch", "--state-out", _path).Code);
        _bytes = File.ReadAllBytes(_path);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_redemption_is_shown_in_words_and_changes_nothing()
    {
        CliRun run = CliRun.Of("redeem", _path, "--tokens", "50000");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Empty(run.Error);
        Assert.Contains("flow multiplier: 0.5", run.Output, StringComparison.Ordinal);
        Assert.Contains("dampen this one", run.Output, StringComparison.Ordinal);
        Assert.Contains("every token is paid at par", run.Output, StringComparison.Ordinal);
        Assert.Contains("is as it was", run.Output, StringComparison.Ordinal);
        Assert.Contains("all tokens reach the curve", CliRun.Of("redeem", _path, "--tokens", "1").Output, StringComparison.Ordinal);
        Assert.Equal(_bytes, File.ReadAllBytes(_path));
        Assert.Equal(["state.json"], _folder.Files());
    }

    [Fact]
    public void A_redemption_applied_is_the_one_that_was_shown()
    {
        JsonElement shown = Json("redeem", _path, "--tokens", "1000");
        JsonElement done = Json("redeem", _path, "--tokens", "1000", "--apply");
        Assert.Equal(shown.GetProperty("payout").GetDouble(), done.GetProperty("payout").GetDouble());
        Assert.False(shown.GetProperty("applied").GetBoolean());
        Assert.True(done.GetProperty("applied").GetBoolean());
        JsonElement next = Json("redeem", _path, "--tokens", "1000");
        Assert.Equal(done.GetProperty("supplyAfter").GetDouble(), next.GetProperty("supplyBefore").GetDouble());
        Assert.Equal(1000, done.GetProperty("supplyBefore").GetDouble() - done.GetProperty("supplyAfter").GetDouble(), 1e-6);
        Assert.Equal(done.GetProperty("payout").GetDouble(), done.GetProperty("reserveBefore").GetDouble() - done.GetProperty("reserveAfter").GetDouble(), 1e-6);
        Assert.Equal(-done.GetProperty("payout").GetDouble(), done.GetProperty("vaults").EnumerateArray().Sum(vault => vault.GetProperty("value").GetDouble()), 1e-6);
        Assert.Equal(["state.json"], _folder.Files());
    }

    [Fact]
    public void A_deposit_is_split_or_named_and_applied_only_when_told_to()
    {
        JsonElement split = Json("deposit", _path, "--value", "1000");
        Assert.Equal(0.003, split.GetProperty("feeRate").GetDouble());
        Assert.Equal(1000, split.GetProperty("vaults").EnumerateArray().Sum(vault => vault.GetProperty("value").GetDouble()), 1e-9);
        Assert.All(split.GetProperty("vaults").EnumerateArray(), vault => Assert.True(vault.GetProperty("amount").GetDouble() > 0));
        JsonElement named = Json("deposit", _path, "--amounts", "USDC=1000, WETH=0.1");
        Assert.Equal([1000, 0, 0.1, 0], named.GetProperty("vaults").EnumerateArray().Select(vault => vault.GetProperty("amount").GetDouble()));
        Assert.Equal(_bytes, File.ReadAllBytes(_path));

        JsonElement done = Json("deposit", _path, "--value", "1000", "--apply");
        Assert.Equal(split.GetProperty("minted").GetDouble(), done.GetProperty("minted").GetDouble());
        Assert.Equal(done.GetProperty("minted").GetDouble(), done.GetProperty("supplyAfter").GetDouble() - done.GetProperty("supplyBefore").GetDouble(), 1e-6);
        Assert.NotEqual(_bytes, File.ReadAllBytes(_path));
        Assert.Contains("it stays in the vaults", CliRun.Of("deposit", _path, "--value", "5").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NotEnoughSupply", "redeem", "--tokens", "1e9")]
    [InlineData("Limit", "redeem", "--tokens", "100", "--limit", "101")]
    [InlineData("Limit", "deposit", "--value", "100", "--limit", "101")]
    [InlineData("WeightBand", "deposit", "--amounts", "USDC=30000")]
    public void What_a_check_refuses_is_one_line_and_changes_nothing(string check, string verb, params string[] rest)
    {
        CliRun run = CliRun.Of([verb, _path, "--apply", .. rest]);
        Assert.Equal(ExitCode.SomeFailed, run.Code);
        Assert.StartsWith($"{_path}: refused, {check}", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(run.OutputBytes);
        Assert.Equal(_bytes, File.ReadAllBytes(_path));
    }

    [Theory]
    [InlineData("--tokens is NaN", "redeem", "--tokens", "NaN")]
    [InlineData("--tokens is -1", "redeem", "--tokens", "-1")]
    [InlineData("--tokens", "redeem")]
    [InlineData("--tokens is '1,5'; it must be a number", "redeem", "--tokens", "1,5")]
    [InlineData("--tokens is 'many'; it must be a number", "redeem", "--tokens", "many")]
    [InlineData("--limit is '1,000'; it must be a number", "deposit", "--value", "1", "--limit", "1,000")]
    [InlineData("--value is ' 1'; it must be a number", "deposit", "--value", " 1")]
    [InlineData("--limit is 0", "redeem", "--tokens", "1", "--limit", "0")]
    [InlineData("--value is ", "deposit", "--value", "Infinity")]
    [InlineData("give one of them", "deposit")]
    [InlineData("give one of them", "deposit", "--value", "1", "--amounts", "USDC=1")]
    [InlineData("'GOLD' names no vault; use USDC, DAI, WETH, WBTC", "deposit", "--amounts", "GOLD=1")]
    [InlineData("names USDC twice", "deposit", "--amounts", "USDC=1,USDC=2")]
    [InlineData("--amounts of USDC is 'many'", "deposit", "--amounts", "USDC=many")]
    [InlineData("--amounts of USDC is 'NaN'", "deposit", "--amounts", "USDC=NaN")]
    [InlineData("names no vault", "deposit", "--amounts", "")]
    public void Wrong_usage_is_one_line_and_changes_nothing(string what, string verb, params string[] rest)
    {
        CliRun.Of([verb, _path, "--apply", .. rest]).IsRefused(what);
        Assert.Equal(_bytes, File.ReadAllBytes(_path));
    }

    [Theory]
    [InlineData("\"supply\": ", "\"supply\": -", "supply is -")]
    [InlineData("\"time\": ", "\"time\": -", "bad.json:160:11: time is -")]
    [InlineData("\"supply\": ", "\"mood\": 1, \"supply\": ", "mood")]
    [InlineData("myco-system/1", "myco-pool/1", "bad.json:2:13: format is 'myco-pool/1'; it must be myco-system/1")]
    [InlineData("\"redemptionLevel\": ", "\"redemptionLevel\": \"NaN\", \"redemptionFlow\": ", "redemptionFlow")]
    [InlineData("\"floorRate\": 0.6", "\"floorRate\": -0.6", "floorRate is -0.6")]
    [InlineData("\"name\": \"USDC\"", "\"name\": \"\"", "bad.json:6:17: parameters.vaults[0].name is ''; it must have 1 to 64")]
    [InlineData("\"supply\": ", "\"supply\": true, \"mood\": ", ":13: supply must be a number, not true; write a decimal number")]
    public void A_bad_state_is_one_line_and_stays_as_it_is(string good, string bad, string what)
    {
        string text = Encoding.UTF8.GetString(_bytes);
        Assert.Contains(good, text, StringComparison.Ordinal);
        int place = text.IndexOf(good, StringComparison.Ordinal);
        string path = _folder.Write("bad.json", text[..place] + bad + text[(place + good.Length)..]);
        byte[] before = File.ReadAllBytes(path);
        CliRun.Of("redeem", path, "--tokens", "1", "--apply").IsRefused(what);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void Two_writers_do_not_lose_each_others_orders()
    {
        using (File.Open($"{_path}.lock", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            CliRun.Of("redeem", _path, "--tokens", "1", "--apply").IsRefused("state.json.lock: cannot be used");
            Assert.Equal(ExitCode.Done, CliRun.Of("redeem", _path, "--tokens", "1").Code);
            Assert.Equal(_bytes, File.ReadAllBytes(_path));
        }

        Assert.Equal(ExitCode.Done, CliRun.Of("redeem", _path, "--tokens", "1", "--apply").Code);
        Assert.Equal(["state.json"], _folder.Files());
        CliRun.Of("redeem", _folder["none.json"], "--tokens", "1", "--apply").IsRefused("none.json: no such file");
        Assert.Equal(["state.json"], _folder.Files());
    }

    [Fact]
    public void A_link_named_without_a_folder_is_followed_to_where_it_leads()
    {
        // In the working folder, which tests that run beside this one share: no other uses these names.
        string real = $"StateVerbsTests.{Environment.ProcessId}.json", link = $"link.{real}";
        try
        {
            File.WriteAllBytes(real, _bytes);
            File.CreateSymbolicLink(link, real);
            using (File.Open($"{real}.lock", FileMode.Create, FileAccess.Write, FileShare.None))
            {
                CliRun.Of("redeem", link, "--tokens", "1", "--apply").IsRefused(".lock: cannot be used");
            }

            Assert.Equal(ExitCode.Done, CliRun.Of("redeem", link, "--tokens", "1", "--apply").Code);
            Assert.NotEqual(_bytes, File.ReadAllBytes(real));
            Assert.NotNull(new FileInfo(link).LinkTarget);
        }
        finally
        {
            File.Delete(link);
            File.Delete(real);
            File.Delete($"{real}.lock");
        }
    }

    [Fact]
    public void A_state_cut_off_anywhere_or_missing_is_one_line()
    {
        for (int length = 0; length < _bytes.Length - 2; length += 499)
        {
            string path = _folder.Write("cut.json", _bytes[..length]);
            CliRun.Of("deposit", path, "--value", "1", "--apply").IsRefused("cut.json:");
            Assert.Equal(length, File.ReadAllBytes(path).Length);
        }

        CliRun.Of("deposit", _folder["none.json"], "--value", "1").IsRefused("no such file");
    }

    [Fact]
    public void A_key_left_out_of_the_parameters_keeps_its_default()
    {
        string text = Encoding.UTF8.GetString(_bytes);
        int begin = text.IndexOf("\"fee\": {", StringComparison.Ordinal);
        int end = text.IndexOf('}', begin) + 1;
        string path = _folder.Write("short.json", text[..begin] + text[(end + 1)..]);
        CliRun run = CliRun.Of("deposit", path, "--value", "1000", "--format", "json");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Equal(Json("deposit", _path, "--value", "1000").GetProperty("minted").GetDouble(), JsonDocument.Parse(run.OutputBytes).RootElement.GetProperty("minted").GetDouble());
    }

    private static JsonElement Json(params string[] arguments)
    {
        CliRun run = CliRun.Of([.. arguments, "--format", "json"]);
        Assert.True(run.Code == ExitCode.Done, run.Error);
        Assert.Contains(arguments.Contains("--apply") ? "now holds" : "is as it was", run.Error, StringComparison.Ordinal);
        return JsonDocument.Parse(run.OutputBytes).RootElement;
    }
}
