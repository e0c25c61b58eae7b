using Gongkai;

return await CommandLine.RunAsync(args);
