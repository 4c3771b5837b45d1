// The swap loops by hand in AVX-512 intrinsics, of the same form as the kernels: rows of eight numbers, hardware square
// root and division, a status byte per element. g++ -O3 -march=native -shared -fPIC swaps.cpp -o libswaps.so
#include <cstddef>
#include <cstdint>
#include <immintrin.h>

#define EXPORT extern "C"

struct Columns {
    __m512d c0, c1, c2, c3, c4, c5, c6, c7;
};

static inline void transpose_half(const double *rows, const int *index, int column, __m512d &c0, __m512d &c1, __m512d &c2, __m512d &c3) {
    auto pair = [&](int lower, int upper) {
        return _mm512_insertf64x4(
            _mm512_castpd256_pd512(_mm256_loadu_pd(rows + (size_t)index[lower] * 8 + column)),
            _mm256_loadu_pd(rows + (size_t)index[upper] * 8 + column), 1);
    };
    const __m512i first_pairs = _mm512_setr_epi64(0, 1, 8, 9, 4, 5, 12, 13), second_pairs = _mm512_setr_epi64(2, 3, 10, 11, 6, 7, 14, 15);
    __m512d r0 = pair(0, 4), r1 = pair(1, 5), r2 = pair(2, 6), r3 = pair(3, 7);
    __m512d low01 = _mm512_unpacklo_pd(r0, r1), high01 = _mm512_unpackhi_pd(r0, r1);
    __m512d low23 = _mm512_unpacklo_pd(r2, r3), high23 = _mm512_unpackhi_pd(r2, r3);
    c0 = _mm512_permutex2var_pd(low01, first_pairs, low23);
    c1 = _mm512_permutex2var_pd(high01, first_pairs, high23);
    c2 = _mm512_permutex2var_pd(low01, second_pairs, low23);
    c3 = _mm512_permutex2var_pd(high01, second_pairs, high23);
}

static inline __m512d solve(const Columns &row, __m512d amount) {
    __m512d b = _mm512_fmadd_pd(amount, row.c1, row.c0);
    __m512d numerator = _mm512_mul_pd(amount, _mm512_fmadd_pd(amount, row.c3, row.c2));
    __m512d slope = _mm512_fmadd_pd(amount, row.c5, row.c4);
    __m512d root = _mm512_sqrt_pd(_mm512_fmadd_pd(amount, slope, _mm512_mul_pd(row.c0, row.c0)));
    __mmask8 near = _mm512_cmp_pd_mask(b, _mm512_setzero_pd(), _CMP_LE_OQ);
    return _mm512_div_pd(
        _mm512_mask_blend_pd(near, _mm512_add_pd(b, root), numerator), _mm512_mask_blend_pd(near, row.c6, _mm512_sub_pd(root, b)));
}

static inline void store(__m512d amount, __m512d limit, __m512d result, double *results, uint8_t *statuses) {
    __m512d zero = _mm512_setzero_pd();
    __mmask8 good = _mm512_cmp_pd_mask(zero, amount, _CMP_LT_OQ) & _mm512_cmp_pd_mask(amount, limit, _CMP_LE_OQ)
                    & _mm512_cmp_pd_mask(zero, result, _CMP_LT_OQ);
    _mm512_storeu_pd(results, _mm512_mask_blend_pd(good, amount, result));
    _mm_storel_epi64((__m128i *)statuses, _mm_movm_epi8((__mmask8)~good));
}

// The number of elements is a multiple of eight in all loops.
EXPORT void swaps_mixed(const double *rows, int n, const uint8_t *kinds, const int *first, const int *second, const double *amounts,
                        double *results, uint8_t *statuses, long count) {
    const __m256i dimension = _mm256_set1_epi32(n);
    alignas(32) int index[8];
    for (long i = 0; i < count; i += 8) {
        __m256i kind = _mm256_cvtepu8_epi32(_mm_loadl_epi64((const __m128i *)(kinds + i)));
        __m256i k = _mm256_loadu_si256((const __m256i *)(first + i)), j = _mm256_loadu_si256((const __m256i *)(second + i));
        __mmask8 known = _mm256_cmplt_epu32_mask(_mm256_max_epu32(k, j), dimension)
                         & _mm256_cmplt_epu32_mask(kind, _mm256_set1_epi32(2));
        __m256i row_index = _mm256_add_epi32(
            _mm256_mullo_epi32(_mm256_add_epi32(_mm256_mullo_epi32(kind, dimension), k), dimension), j);
        _mm256_store_si256((__m256i *)index, _mm256_maskz_mov_epi32(known, row_index));
        Columns row;
        transpose_half(rows, index, 0, row.c0, row.c1, row.c2, row.c3);
        transpose_half(rows, index, 4, row.c4, row.c5, row.c6, row.c7);
        __m512d amount = _mm512_loadu_pd(amounts + i);
        store(amount, row.c7, solve(row, amount), results + i, statuses + i);
    }
}

EXPORT void swaps_ladder(const double *row, const double *amounts, double *results, uint8_t *statuses, long count) {
    Columns columns = {_mm512_set1_pd(row[0]), _mm512_set1_pd(row[1]), _mm512_set1_pd(row[2]), _mm512_set1_pd(row[3]),
                       _mm512_set1_pd(row[4]), _mm512_set1_pd(row[5]), _mm512_set1_pd(row[6]), _mm512_set1_pd(row[7])};
    for (long i = 0; i < count; i += 8) {
        __m512d amount = _mm512_loadu_pd(amounts + i);
        store(amount, columns.c7, solve(columns, amount), results + i, statuses + i);
    }
}

// Groups of eight states, states[group][2n][8], gradients above balances; one step of each, the pair common to all.
template <int N>
static inline void step(const double *metric, double *states, int k, int j, const double *amounts, double *results, uint8_t *statuses,
                        long groups) {
    const double *column_k = metric + k * N, *column_j = metric + j * N;
    const double gkk = column_k[k], gjj = column_j[j], gjk = column_j[k];
    const __m512d kk = _mm512_set1_pd(gkk), jj = _mm512_set1_pd(gjj), jk = _mm512_set1_pd(gjk), minor = _mm512_set1_pd(gjj * gkk - gjk * gjk);
    const __m512d zero = _mm512_setzero_pd();
    for (long group = 0; group < groups; group++) {
        double *g = states + group * 2 * N * 8, *v = g + N * 8;
        __m512d x = _mm512_loadu_pd(amounts + group * 8), gk = _mm512_loadu_pd(g + k * 8), gj = _mm512_loadu_pd(g + j * 8);
        __m512d b = _mm512_fmadd_pd(x, jk, gj), c = _mm512_mul_pd(x, _mm512_fmadd_pd(x, kk, _mm512_add_pd(gk, gk)));
        __m512d mixed = _mm512_fmsub_pd(gj, jk, _mm512_mul_pd(gk, jj));
        __m512d slope = _mm512_fnmadd_pd(x, minor, _mm512_add_pd(mixed, mixed));
        __m512d root = _mm512_sqrt_pd(_mm512_fmadd_pd(x, slope, _mm512_mul_pd(gj, gj)));
        __mmask8 near = _mm512_cmp_pd_mask(b, zero, _CMP_LE_OQ);
        __m512d d = _mm512_div_pd(_mm512_mask_blend_pd(near, _mm512_sub_pd(zero, _mm512_add_pd(b, root)), c),
                                  _mm512_mask_blend_pd(near, jj, _mm512_sub_pd(root, b)));
        __m512d vj = _mm512_add_pd(_mm512_loadu_pd(v + j * 8), d);
        __mmask8 good = _mm512_cmp_pd_mask(x, zero, _CMP_GT_OQ) & _mm512_cmp_pd_mask(d, zero, _CMP_LT_OQ) & _mm512_cmp_pd_mask(vj, zero, _CMP_GE_OQ);
        __m512d fresh[N];
#pragma GCC unroll 8
        for (int i = 0; i < N; i++) {
            fresh[i] = _mm512_fmadd_pd(d, _mm512_set1_pd(column_j[i]), _mm512_fmadd_pd(x, _mm512_set1_pd(column_k[i]), _mm512_loadu_pd(g + i * 8)));
            good &= _mm512_cmp_pd_mask(fresh[i], zero, _CMP_LT_OQ);
        }
#pragma GCC unroll 8
        for (int i = 0; i < N; i++) {
            _mm512_mask_storeu_pd(g + i * 8, good, fresh[i]);
        }
        _mm512_mask_storeu_pd(v + j * 8, good, vj);
        _mm512_mask_storeu_pd(v + k * 8, good, _mm512_add_pd(_mm512_loadu_pd(v + k * 8), x));
        _mm512_storeu_pd(results + group * 8, _mm512_mask_blend_pd(good, _mm512_set1_pd(__builtin_nan("")), _mm512_sub_pd(zero, d)));
        _mm_storel_epi64((__m128i *)(statuses + group * 8), _mm_movm_epi8((__mmask8)~good));
    }
}

EXPORT void swaps_step4(const double *metric, double *states, int k, int j, const double *amounts, double *results, uint8_t *statuses,
                        long groups) {
    step<4>(metric, states, k, j, amounts, results, statuses, groups);
}

EXPORT void swaps_step8(const double *metric, double *states, int k, int j, const double *amounts, double *results, uint8_t *statuses,
                        long groups) {
    step<8>(metric, states, k, j, amounts, results, statuses, groups);
}
