// The swap loops as one writes them in C++, left to the compiler to vectorise.
#include <cmath>
#include <cstdint>
#include <limits>

#define EXPORT extern "C"

struct Row {
    double own, cross, linear, square, mixed, minor, leading, limit;
};

static inline void price(const Row &row, double amount, double &result, uint8_t &status) {
    double b = row.own + amount * row.cross;
    double root = std::sqrt(row.own * row.own + amount * (row.mixed + amount * row.minor));
    bool near = b <= 0;
    double solved = (near ? amount * (row.linear + amount * row.square) : b + root) / (near ? root - b : row.leading);
    bool good = (amount > 0) & (amount <= row.limit) & (solved > 0);
    result = good ? solved : std::numeric_limits<double>::quiet_NaN();
    status = good ? 0 : 255;
}

EXPORT void swaps_mixed(const Row *__restrict rows, int n, const uint8_t *__restrict kinds, const int *__restrict first,
                        const int *__restrict second, const double *__restrict amounts, double *__restrict results,
                        uint8_t *__restrict statuses, long count) {
    for (long i = 0; i < count; i++) {
        price(rows[(kinds[i] * n + first[i]) * n + second[i]], amounts[i], results[i], statuses[i]);
    }
}

EXPORT void swaps_ladder(const Row *__restrict row, const double *__restrict amounts, double *__restrict results,
                         uint8_t *__restrict statuses, long count) {
    const Row numbers = *row;
    for (long i = 0; i < count; i++) {
        price(numbers, amounts[i], results[i], statuses[i]);
    }
}
