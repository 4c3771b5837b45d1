using System.Diagnostics.CodeAnalysis;
using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Reserve.Scenarios;

/// <summary>A scenario under way: step by step, every invariant checked after every order.</summary>
/// <remarks>Mutable: one thread at a time. The same scenario has the same course, to the last bit on the same kind of machine.
/// Source: spec 02-reserve-system, sections 1 and 9.</remarks>
public sealed class ScenarioRun
{
    private readonly MycoSystem _system = new(new KnownAttesters([WorkAct.Attester]), checksInvariants: true);
    private readonly SystemReceipt _receipt;
    private readonly ScenarioScript _script;
    private readonly ScenarioHolder[] _holders;
    private readonly List<ScenarioStep> _steps = [];
    private readonly List<ScenarioRefusal> _refusals = [];
    private int _nextIntent;
    private int _nextPrices;

    private ScenarioRun(Scenario scenario, SystemState state)
    {
        (Scenario, State, _receipt) = (scenario, state, new SystemReceipt(state.VaultCount));
        _script = scenario.Plan.Draw(scenario);
        Opening = _system.Apply(State, new DepositOperation { Value = scenario.InitialDeposit }, _receipt);
        _holders = [.. _script.Shares.Select((share, number) => new ScenarioHolder(number, share * State.Supply))];
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>The system at present.</summary>
    public SystemState State { get; }

    /// <summary>Everybody, by number.</summary>
    public IReadOnlyList<ScenarioHolder> Holders => _holders;

    /// <summary>The steps done.</summary>
    public IReadOnlyList<ScenarioStep> Steps => _steps;

    /// <summary>The orders refused.</summary>
    public IReadOnlyList<ScenarioRefusal> Refusals => _refusals;

    internal ScenarioScript Script => _script;

    /// <summary>What came of the first deposit.</summary>
    private SystemRefusal Opening { get; }

    /// <summary>Sets the stage: the first deposit is done, no step yet.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="run">The run, or null.</param>
    /// <param name="problem">Why there is none: the scenario is not valid, or its first deposit is refused; or null.</param>
    public static bool TryBegin(Scenario scenario, [NotNullWhen(true)] out ScenarioRun? run, [NotNullWhen(false)] out string? problem)
    {
        run = (problem = scenario.Problem()) is null && MycoSystem.TryCreate(scenario.Parameters, out SystemState? state, out problem)
            ? new(scenario, state)
            : null;
        if (run?.Opening is { IsRefused: true } refusal)
        {
            problem = $"the first deposit of {scenario.InitialDeposit:R} is refused, {refusal.Describe()}";
            run = null;
        }

        return run is not null;
    }

    /// <summary>Sets the stage: the first deposit is done, no step yet.</summary>
    /// <exception cref="ArgumentException">The scenario is not valid, or its first deposit is refused; the message says why.</exception>
    public static ScenarioRun Begin(Scenario scenario) => TryBegin(scenario, out ScenarioRun? run, out string? problem)
        ? run
        : throw new ArgumentException($"{problem}.", nameof(scenario));

    /// <summary>Plays a scenario to its end.</summary>
    /// <exception cref="ArgumentException">The scenario is not valid.</exception>
    public static ScenarioRun Complete(Scenario scenario)
    {
        ScenarioRun run = Begin(scenario);
        while (run.TryStep())
        {
        }

        return run;
    }

    /// <summary>Plays a step; false when there is none left.</summary>
    /// <exception cref="InvalidOperationException">An invariant is broken: a defect.</exception>
    public bool TryStep()
    {
        int number = _steps.Count;
        if (number >= Scenario.Steps)
        {
            return false;
        }

        ScenarioStep step = new() { Step = number };
        if (number > 0)
        {
            Do(new AdvanceTimeOperation { Seconds = Scenario.StepSeconds }, null, ref step);
        }

        if (_nextPrices < Scenario.Prices.Count && Scenario.Prices[_nextPrices].Step == number)
        {
            Do(new SetPricesOperation { Prices = Scenario.Prices[_nextPrices++].Values }, null, ref step);
        }

        for (; _nextIntent < _script.Intents.Count && _script.Intents[_nextIntent].Step == number; _nextIntent++)
        {
            ScenarioHolder holder = _holders[_script.Intents[_nextIntent].Holder];
            if (_script.Intents[_nextIntent].ToOperation(holder, State) is SystemOperation order)
            {
                step = step with { Orders = step.Orders + 1 };
                Do(order, holder, ref step);
            }
        }

        _steps.Add(step.Closed(State));
        return true;
    }

    private void Do(SystemOperation order, ScenarioHolder? holder, ref ScenarioStep step)
    {
        SystemRefusal refusal = _system.Apply(State, order, _receipt);
        if (refusal.IsRefused)
        {
            _refusals.Add(new ScenarioRefusal(step.Step, holder?.Number ?? -1, order, refusal));
            step = step with { Refused = step.Refused + 1 };
            return;
        }

        step = step.With(order, _receipt);
        holder?.Settle(_receipt);
    }
}
