return Myco.Cli.CommandLine.Run(args, Myco.Cli.Terminal.OfProcess());
