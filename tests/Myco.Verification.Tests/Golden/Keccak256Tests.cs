using System.Text;
using Myco.Verification.Golden;

namespace Myco.Verification.Tests.Golden;

/// <summary>Keccak256 by known answers, and ErrorSelector by those of the compiler.</summary>
public sealed class Keccak256Tests
{
    // Known answers of Ethereum: the hash of nothing, of "abc", and the topic of ERC-20's Transfer event.
    [Theory]
    [InlineData("", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")]
    [InlineData("abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45")]
    [InlineData("Transfer(address,address,uint256)", "ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef")]
    public void Known_answers(string message, string hash) =>
        Assert.Equal(hash, Convert.ToHexStringLower(Keccak256.Hash(Encoding.UTF8.GetBytes(message))));

    [Fact]
    public void A_message_of_one_block_and_its_neighbours_differ()
    {
        string[] hashes = [.. new[] { 134, 135, 136, 137, 271, 272, 273 }.Select(length => Convert.ToHexStringLower(Keccak256.Hash(new byte[length])))];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    // Error(string) and Panic(uint256), as the Solidity documentation gives them.
    [Theory]
    [InlineData("Error(string)", "0x08c379a0")]
    [InlineData("Panic(uint256)", "0x4e487b71")]
    public void Selectors_of_the_compiler(string signature, string selector) => Assert.Equal(selector, ErrorSelector.Of(signature));
}
