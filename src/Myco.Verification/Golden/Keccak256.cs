using System.Buffers.Binary;
using System.Numerics;

namespace Myco.Verification.Golden;

/// <summary>Keccak-256 as Ethereum uses it: the sponge with rate 136 and the padding from before SHA-3.</summary>
/// <remarks>Source: Bertoni, Daemen, Peeters, Van Assche, The Keccak reference, version 3.0, sections 1.2 and 1.3.</remarks>
internal static class Keccak256
{
    private const int Rate = 136;
    private const int Rounds = 24;

    /// <summary>The hash, 32 bytes.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> message)
    {
        Span<ulong> state = stackalloc ulong[25];
        for (; message.Length >= Rate; message = message[Rate..])
        {
            Absorb(state, message[..Rate]);
        }

        Span<byte> last = stackalloc byte[Rate];
        last.Clear();
        message.CopyTo(last);
        last[message.Length] = 0x01;
        last[^1] |= 0x80;
        Absorb(state, last);

        byte[] hash = new byte[32];
        for (int lane = 0; lane < 4; lane++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(hash.AsSpan(8 * lane), state[lane]);
        }

        return hash;
    }

    private static void Absorb(Span<ulong> state, ReadOnlySpan<byte> block)
    {
        for (int lane = 0; lane < Rate / 8; lane++)
        {
            state[lane] ^= BinaryPrimitives.ReadUInt64LittleEndian(block[(8 * lane)..]);
        }

        Permute(state);
    }

    private static void Permute(Span<ulong> state)
    {
        // The constants of step ι come from a shift register of eight bits, x⁸ + x⁶ + x⁵ + x⁴ + 1.
        byte register = 1;
        for (int round = 0; round < Rounds; round++)
        {
            Theta(state);
            RhoAndPi(state);
            Chi(state);
            for (int power = 0; power < 7; power++)
            {
                state[0] ^= (register & 1UL) << ((1 << power) - 1);
                register = (byte)((register << 1) ^ ((register >> 7) * 0x71));
            }
        }
    }

    private static void Theta(Span<ulong> state)
    {
        Span<ulong> parity = stackalloc ulong[5];
        for (int x = 0; x < 5; x++)
        {
            parity[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20];
        }

        for (int lane = 0; lane < 25; lane++)
        {
            state[lane] ^= parity[(lane + 4) % 5] ^ BitOperations.RotateLeft(parity[(lane + 1) % 5], 1);
        }
    }

    private static void RhoAndPi(Span<ulong> state)
    {
        (int x, int y, ulong moved) = (1, 0, state[1]);
        for (int step = 0; step < 24; step++)
        {
            (x, y) = (y, ((2 * x) + (3 * y)) % 5);
            int lane = x + (5 * y);
            (moved, state[lane]) = (state[lane], BitOperations.RotateLeft(moved, (step + 1) * (step + 2) / 2));
        }
    }

    private static void Chi(Span<ulong> state)
    {
        for (int row = 0; row < 25; row += 5)
        {
            Span<ulong> plane = state.Slice(row, 5);
            (ulong first, ulong second) = (plane[0], plane[1]);
            plane[0] ^= ~plane[1] & plane[2];
            plane[1] ^= ~plane[2] & plane[3];
            plane[2] ^= ~plane[3] & plane[4];
            plane[3] ^= ~plane[4] & first;
            plane[4] ^= ~first & second;
        }
    }
}
