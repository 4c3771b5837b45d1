// Y = A·X by hand in AVX-512 intrinsics: tiles of eight rows by three packs held in registers, all matrices row-major.
// n is a multiple of 8 and m of 24.
#include <immintrin.h>

#define EXPORT extern "C"

static inline void tile(const double *a, long n, const double *x, double *y, long m) {
    __m512d sum[8][3];
    for (auto &row : sum) {
        row[0] = row[1] = row[2] = _mm512_setzero_pd();
    }
    for (long p = 0; p < n; p++, x += m) {
        __m512d x0 = _mm512_loadu_pd(x), x1 = _mm512_loadu_pd(x + 8), x2 = _mm512_loadu_pd(x + 16);
#pragma GCC unroll 8
        for (int r = 0; r < 8; r++) {
            __m512d factor = _mm512_set1_pd(a[r * n + p]);
            sum[r][0] = _mm512_fmadd_pd(factor, x0, sum[r][0]);
            sum[r][1] = _mm512_fmadd_pd(factor, x1, sum[r][1]);
            sum[r][2] = _mm512_fmadd_pd(factor, x2, sum[r][2]);
        }
    }
#pragma GCC unroll 8
    for (int r = 0; r < 8; r++, y += m) {
        _mm512_storeu_pd(y, sum[r][0]);
        _mm512_storeu_pd(y + 8, sum[r][1]);
        _mm512_storeu_pd(y + 16, sum[r][2]);
    }
}

EXPORT void products_multiply(const double *a, const double *x, double *y, long n, long m) {
    for (long column = 0; column < m; column += 24) {
        for (long row = 0; row < n; row += 8) {
            tile(a + row * n, n, x + column, y + row * m + column, m);
        }
    }
}
