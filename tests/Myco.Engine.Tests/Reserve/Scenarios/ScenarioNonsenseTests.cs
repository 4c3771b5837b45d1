using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Myco.Engine.Formats;
using Myco.Engine.Reserve.Scenarios;

namespace Myco.Engine.Tests.Reserve.Scenarios;

/// <summary>Nonsense in any place of a Scenario, its ScenarioPlan and each PriceChange among them.</summary>
public class ScenarioNonsenseTests
{
    private static readonly string[] Nonsense = ["null", "-1", "\"NaN\"", "\"Infinity\"", "1e308", "1e-308", "0", "[]", "{}", "\"x\"", "true", "[null]"];

    [Fact]
    public void Whatever_stands_at_any_place_is_refused_with_a_reason_or_can_be_played()
    {
        int played = 0, refused = 0;
        int places = Places(Document()).Count();
        for (int place = 0; place < places; place++)
        {
            foreach (string nonsense in Nonsense)
            {
                JsonNode document = Document();
                Places(document).ElementAt(place)(JsonNode.Parse(nonsense));
                bool done = TryPlay(document.ToJsonString());
                (played, refused) = done ? (played + 1, refused) : (played, refused + 1);
            }
        }

        Assert.True(played > 50 && refused > 500, $"{played} played, {refused} refused");
    }

    private static bool TryPlay(string text)
    {
        Scenario scenario;
        try
        {
            scenario = ScenarioFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        }
        catch (DocumentException exception)
        {
            Assert.True(exception.Message.Length > 10, text);
            return false;
        }

        if (!ScenarioRun.TryBegin(scenario, out ScenarioRun? run, out string? problem))
        {
            Assert.True(problem.Length > 10, text);
            return false;
        }

        for (int step = 0; step < 12 && run.TryStep(); step++)
        {
            Assert.True(run.State.Supply > 0);
        }

        return true;
    }

    private static JsonNode Document()
    {
        using Stream stream = BuiltInScenarios.Open("bank-run");
        return JsonNode.Parse(stream, null, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
    }

    /// <summary>For every place of a document, how to put something else there.</summary>
    private static IEnumerable<Action<JsonNode?>> Places(JsonNode? node) => node switch
    {
        JsonObject keys => keys.ToArray().SelectMany(pair => Places(pair.Value).Prepend(value => keys[pair.Key] = value)),
        JsonArray items => Enumerable.Range(0, items.Count).SelectMany(i => Places(items[i]).Prepend(value => items[i] = value)),
        _ => [],
    };
}
