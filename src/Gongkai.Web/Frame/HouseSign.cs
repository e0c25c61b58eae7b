namespace Gongkai.Web.Frame;

/// <summary>What every page says of the house it comes from. It never changes while the house is open, and error pages need no database for it.</summary>
/// <param name="IsDemo">True when the data are made up: every page says 演示数据.</param>
public sealed record HouseSign(bool IsDemo);
