using Gongkai.App.Tests;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// Some tests need a real process to kill: the test program starts itself as one.
if (args is [ChildProcess.Switch, .. var work]) return await ChildProcess.RunAsync(work);

return args.Any(argument => argument is "--server" or "--internal-msbuild-node")
    ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
