return Myco.Cli.CommandLine.Run(args, Myco.Cli.Console.Terminal.OfProcess());
