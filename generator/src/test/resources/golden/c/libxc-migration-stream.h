/*
 * The libxc migration stream, revision 3
 *
 * Generated from a specification; changes belong there.
 *
 * The members of a structure lie as in the stream, in its byte order; the functions called after them read
 * and write them, wherever they lie. Where places vary, a function whose name ends in read finds the parts
 * within the octets that there are, and fills in a structure whose name ends in view, which holds numbers in
 * the host's byte order and points into those octets.
 */
#ifndef LIBXC_MIGRATION_STREAM_H
#define LIBXC_MIGRATION_STREAM_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The order of the octets of an integer. */
enum libxc_byte_order { LIBXC_LITTLE_ENDIAN = 0, LIBXC_BIG_ENDIAN = 1 };

/* The unsigned integer in the `width` (1 to 8) octets at `offset`; they need not be aligned. */
static inline uint64_t libxc_get(const void *octets, size_t offset, size_t width, enum libxc_byte_order order)
{
    const uint8_t *at = (const uint8_t *)octets + offset;
    uint64_t value = 0;
    size_t i;

    for (i = 0; i < width; i++) {
        value = value << 8 | at[order == LIBXC_BIG_ENDIAN ? i : width - 1 - i];
    }
    return value;
}

/* Writes the low `width` (1 to 8) octets of `value` to `offset`. */
static inline void libxc_put(void *octets, size_t offset, size_t width, enum libxc_byte_order order, uint64_t value)
{
    uint8_t *at = (uint8_t *)octets + offset;
    size_t i;

    for (i = 0; i < width; i++) {
        at[order == LIBXC_BIG_ENDIAN ? width - 1 - i : i] = (uint8_t)(value >> (8 * i) & 0xFF);
    }
}

/*
 * A place in octets that are being read. What does not fit, or cannot be computed, makes `sound` false; from then on
 * everything that is read is zero or empty, so that one check at the end is enough.
 */
struct libxc_cursor {
    const uint8_t *at;            /* the next octet */
    size_t left;                  /* how many octets are left */
    size_t taken;                 /* how many have been read */
    enum libxc_byte_order order; /* of integers whose order the stream decides */
    bool sound;
};

/* Octets without inner structure; `at` is NULL where they do not fit. */
struct libxc_octets {
    const uint8_t *at;
    size_t size;
};

/* Elements, one behind the other; `stride` is 0 where each has a size of its own. */
struct libxc_array {
    const uint8_t *at;
    size_t size; /* in octets */
    size_t count;
    size_t stride;
    enum libxc_byte_order order;
};

/* A cursor at the first of `size` octets. */
static inline struct libxc_cursor libxc_cursor_of(const void *octets, size_t size, enum libxc_byte_order order)
{
    struct libxc_cursor cursor;

    cursor.at = (const uint8_t *)octets;
    cursor.left = size;
    cursor.taken = 0;
    cursor.order = order;
    cursor.sound = true;
    return cursor;
}

/* Whether all octets were read, and all was sound. */
static inline bool libxc_ended(const struct libxc_cursor *cursor)
{
    return cursor->sound && cursor->left == 0;
}

/* Makes the cursor unsound. */
static inline void libxc_fail(struct libxc_cursor *cursor)
{
    cursor->sound = false;
    cursor->left = 0;
}

/* The next `size` octets, or NULL if there are not so many. */
static inline const uint8_t *libxc_take(struct libxc_cursor *cursor, uint64_t size)
{
    const uint8_t *taken = cursor->at;

    if (!cursor->sound || size > cursor->left) {
        libxc_fail(cursor);
        return NULL;
    }
    if (size > 0) {
        cursor->at += (size_t)size;
        cursor->left -= (size_t)size;
        cursor->taken += (size_t)size;
    }
    return taken;
}

/* The next integer of `width` (1 to 8) octets, or 0 if it is not there. */
static inline uint64_t libxc_take_number(struct libxc_cursor *cursor, size_t width, enum libxc_byte_order order)
{
    const uint8_t *at = libxc_take(cursor, width);

    return at == NULL ? 0 : libxc_get(at, 0, width, order);
}

/* The next `size` octets. */
static inline struct libxc_octets libxc_take_octets(struct libxc_cursor *cursor, int64_t size)
{
    struct libxc_octets octets = { NULL, 0 };

    if (size < 0) {
        libxc_fail(cursor);
    } else {
        octets.at = libxc_take(cursor, (uint64_t)size);
        octets.size = octets.at == NULL ? 0 : (size_t)size;
    }
    return octets;
}

/* All octets that are left. */
static inline struct libxc_octets libxc_take_rest(struct libxc_cursor *cursor)
{
    struct libxc_octets octets;

    octets.size = cursor->left;
    octets.at = libxc_take(cursor, cursor->left);
    return octets;
}

/* The octets up to the next `terminator`, which is read but no part of them. */
static inline struct libxc_octets libxc_take_text(struct libxc_cursor *cursor, uint8_t terminator)
{
    struct libxc_octets text = { NULL, 0 };
    size_t size = 0;

    while (size < cursor->left && cursor->at[size] != terminator) {
        size++;
    }
    if (size == cursor->left) {
        libxc_fail(cursor);
        return text;
    }
    text.at = libxc_take(cursor, (uint64_t)size + 1);
    text.size = text.at == NULL ? 0 : size;
    return text;
}

/* Passes over octets up to a multiple of `alignment` from `start`, or over all that are left. */
static inline void libxc_skip_padding(struct libxc_cursor *cursor, size_t start, uint64_t alignment)
{
    uint64_t padding = (alignment - (cursor->taken - start) % alignment) % alignment;

    libxc_take(cursor, padding < cursor->left ? padding : cursor->left);
}

/* Passes over at most `most` octets, as many as are left. */
static inline void libxc_skip_up_to(struct libxc_cursor *cursor, uint64_t most)
{
    libxc_take(cursor, most < cursor->left ? most : cursor->left);
}

/* An array that begins here and has no elements yet. */
static inline struct libxc_array libxc_open_array(const struct libxc_cursor *cursor, enum libxc_byte_order order)
{
    struct libxc_array array;

    array.at = cursor->at;
    array.size = 0;
    array.count = 0;
    array.stride = 0;
    array.order = order;
    return array;
}

/* `count` elements of `stride` octets each. */
static inline struct libxc_array libxc_take_array(
    struct libxc_cursor *cursor, int64_t count, int64_t stride, enum libxc_byte_order order)
{
    struct libxc_array array = libxc_open_array(cursor, order);

    if (count < 0 || stride < 0 || (stride > 0 && (uint64_t)count > (uint64_t)cursor->left / (uint64_t)stride)
        || (uint64_t)count > SIZE_MAX) {
        libxc_fail(cursor);
    } else {
        array.size = (size_t)((uint64_t)count * (uint64_t)stride);
        array.at = libxc_take(cursor, array.size);
        array.count = (size_t)count;
        array.stride = (size_t)stride;
    }
    return array;
}

/* As many elements of `stride` octets as are left; nothing may be left behind them. */
static inline struct libxc_array libxc_take_all(
    struct libxc_cursor *cursor, int64_t stride, enum libxc_byte_order order)
{
    struct libxc_array array = libxc_open_array(cursor, order);

    if (stride <= 0 || (uint64_t)cursor->left % (uint64_t)stride != 0) {
        libxc_fail(cursor);
        return array;
    }
    return libxc_take_array(cursor, (int64_t)((uint64_t)cursor->left / (uint64_t)stride), stride, order);
}

/* The element at `index` of an array with a stride, or NULL if there is none. */
static inline const uint8_t *libxc_element(const struct libxc_array *array, size_t index)
{
    return array->at == NULL || index >= array->count ? NULL : array->at + index * array->stride;
}

/* The integer at `index` of an array of integers, or 0 if there is none. */
static inline uint64_t libxc_element_number(const struct libxc_array *array, size_t index)
{
    const uint8_t *at = libxc_element(array, index);

    return at == NULL || array->stride < 1 || array->stride > 8 ? 0 : libxc_get(at, 0, array->stride, array->order);
}

/* A cursor at the first element, to read elements one behind the other. */
static inline struct libxc_cursor libxc_elements(const struct libxc_array *array, enum libxc_byte_order order)
{
    return libxc_cursor_of(array->at, array->size, order);
}

/* The arithmetic of layout rules: exact, up to 2^63 - 1. What does not fit makes `*sound` false. */
static inline int64_t libxc_small(uint64_t value, bool *sound)
{
    if (value > INT64_MAX) {
        *sound = false;
        return 0;
    }
    return (int64_t)value;
}

static inline int64_t libxc_plus(int64_t a, int64_t b, bool *sound)
{
    if (b > 0 ? a > INT64_MAX - b : a < INT64_MIN - b) {
        *sound = false;
        return 0;
    }
    return a + b;
}

static inline int64_t libxc_minus(int64_t a, int64_t b, bool *sound)
{
    if (b > 0 ? a < INT64_MIN + b : a > INT64_MAX + b) {
        *sound = false;
        return 0;
    }
    return a - b;
}

static inline int64_t libxc_times(int64_t a, int64_t b, bool *sound)
{
    if (a == 0 || b == 0) {
        return 0;
    }
    if (a < 0 || b < 0 || a > INT64_MAX / b) {
        *sound = false;
        return 0;
    }
    return a * b;
}

static inline int64_t libxc_divided(int64_t a, int64_t b, bool *sound)
{
    if (b <= 0 || a < 0) {
        *sound = false;
        return 0;
    }
    return a / b;
}

static inline int64_t libxc_remainder(int64_t a, int64_t b, bool *sound)
{
    if (b <= 0 || a < 0) {
        *sound = false;
        return 0;
    }
    return a % b;
}

static inline int64_t libxc_shifted_left(int64_t a, int64_t b, bool *sound)
{
    if (b < 0 || b > 62) {
        *sound = false;
        return 0;
    }
    return libxc_times(a, (int64_t)1 << b, sound);
}

static inline int64_t libxc_shifted_right(int64_t a, int64_t b, bool *sound)
{
    if (b < 0 || a < 0) {
        *sound = false;
        return 0;
    }
    return b > 62 ? 0 : a >> b;
}

/*
 * Values of domain_header_type
 *
 * Reserved: 0x0000 Reserved.; 0x0003 - 0xFFFFFFFF Reserved.
 */
enum libxc_domain_header_type {
    LIBXC_DOMAIN_HEADER_TYPE_X86_PV = 1, /* x86 PV. */
    LIBXC_DOMAIN_HEADER_TYPE_X86_HVM = 2, /* x86 HVM. */
};

/* The name of a value, or NULL if it has none. */
static inline const char *libxc_domain_header_type_name(uint64_t value)
{
    switch (value) {
    case LIBXC_DOMAIN_HEADER_TYPE_X86_PV:
        return "x86_pv";
    case LIBXC_DOMAIN_HEADER_TYPE_X86_HVM:
        return "x86_hvm";
    default:
        return NULL;
    }
}

/*
 * Values of record_type
 *
 * Reserved: 0x00000013 - 0x7FFFFFFF Reserved for _mandatory_ records of later revisions.; 0x80000000 -
 * 0xFFFFFFFF Reserved for _optional_ records of later revisions.
 */
enum libxc_record_type {
    LIBXC_RECORD_TYPE_END = 0, /* [body: end] */
    LIBXC_RECORD_TYPE_PAGE_DATA = 1, /* [body: page_data] */
    LIBXC_RECORD_TYPE_X86_PV_INFO = 2, /* [body: x86_pv_info] */
    LIBXC_RECORD_TYPE_X86_PV_P2M_FRAMES = 3, /* [body: x86_pv_p2m_frames] */
    LIBXC_RECORD_TYPE_X86_PV_VCPU_BASIC = 4, /* [body: x86_pv_vcpu_basic] */
    LIBXC_RECORD_TYPE_X86_PV_VCPU_EXTENDED = 5, /* [body: x86_pv_vcpu_extended] */
    LIBXC_RECORD_TYPE_X86_PV_VCPU_XSAVE = 6, /* [body: x86_pv_vcpu_xsave] */
    LIBXC_RECORD_TYPE_SHARED_INFO = 7, /* [body: shared_info] */
    LIBXC_RECORD_TYPE_X86_TSC_INFO = 8, /* [body: x86_tsc_info] */
    LIBXC_RECORD_TYPE_HVM_CONTEXT = 9, /* [body: hvm_context] */
    LIBXC_RECORD_TYPE_HVM_PARAMS = 10, /* [body: hvm_params] */
    LIBXC_RECORD_TYPE_TOOLSTACK = 11, /* TOOLSTACK (deprecated since version 2) [body: toolstack] */
    LIBXC_RECORD_TYPE_X86_PV_VCPU_MSRS = 12, /* [body: x86_pv_vcpu_msrs] */
    LIBXC_RECORD_TYPE_VERIFY = 13, /* [body: verify] */
    LIBXC_RECORD_TYPE_CHECKPOINT = 14, /* [body: checkpoint] */
    LIBXC_RECORD_TYPE_CHECKPOINT_DIRTY_PFN_LIST = 15, /* CHECKPOINT_DIRTY_PFN_LIST (Secondary -> Primary) [body: checkpoint_dirty_pfn_list] */
    LIBXC_RECORD_TYPE_STATIC_DATA_END = 16, /* [body: static_data_end] [since version 3] */
    LIBXC_RECORD_TYPE_X86_CPUID_POLICY = 17, /* [body: x86_cpuid_policy] [since version 3] */
    LIBXC_RECORD_TYPE_X86_MSR_POLICY = 18, /* [body: x86_msr_policy] [since version 3] */
};

/* The name of a value, or NULL if it has none. */
static inline const char *libxc_record_type_name(uint64_t value)
{
    switch (value) {
    case LIBXC_RECORD_TYPE_END:
        return "END";
    case LIBXC_RECORD_TYPE_PAGE_DATA:
        return "PAGE_DATA";
    case LIBXC_RECORD_TYPE_X86_PV_INFO:
        return "X86_PV_INFO";
    case LIBXC_RECORD_TYPE_X86_PV_P2M_FRAMES:
        return "X86_PV_P2M_FRAMES";
    case LIBXC_RECORD_TYPE_X86_PV_VCPU_BASIC:
        return "X86_PV_VCPU_BASIC";
    case LIBXC_RECORD_TYPE_X86_PV_VCPU_EXTENDED:
        return "X86_PV_VCPU_EXTENDED";
    case LIBXC_RECORD_TYPE_X86_PV_VCPU_XSAVE:
        return "X86_PV_VCPU_XSAVE";
    case LIBXC_RECORD_TYPE_SHARED_INFO:
        return "SHARED_INFO";
    case LIBXC_RECORD_TYPE_X86_TSC_INFO:
        return "X86_TSC_INFO";
    case LIBXC_RECORD_TYPE_HVM_CONTEXT:
        return "HVM_CONTEXT";
    case LIBXC_RECORD_TYPE_HVM_PARAMS:
        return "HVM_PARAMS";
    case LIBXC_RECORD_TYPE_TOOLSTACK:
        return "TOOLSTACK";
    case LIBXC_RECORD_TYPE_X86_PV_VCPU_MSRS:
        return "X86_PV_VCPU_MSRS";
    case LIBXC_RECORD_TYPE_VERIFY:
        return "VERIFY";
    case LIBXC_RECORD_TYPE_CHECKPOINT:
        return "CHECKPOINT";
    case LIBXC_RECORD_TYPE_CHECKPOINT_DIRTY_PFN_LIST:
        return "CHECKPOINT_DIRTY_PFN_LIST";
    case LIBXC_RECORD_TYPE_STATIC_DATA_END:
        return "STATIC_DATA_END";
    case LIBXC_RECORD_TYPE_X86_CPUID_POLICY:
        return "X86_CPUID_POLICY";
    case LIBXC_RECORD_TYPE_X86_MSR_POLICY:
        return "X86_MSR_POLICY";
    default:
        return NULL;
    }
}

/*
 * Values of pfinfo_type
 *
 * Reserved: 0x5-0x8 Reserved.
 */
enum libxc_pfinfo_type {
    LIBXC_PFINFO_TYPE_NOTAB = 0, /* An ordinary page. */
    LIBXC_PFINFO_TYPE_L1TAB = 1, /* A page table of level 1. */
    LIBXC_PFINFO_TYPE_L2TAB = 2, /* A page table of level 2. */
    LIBXC_PFINFO_TYPE_L3TAB = 3, /* A page table of level 3. */
    LIBXC_PFINFO_TYPE_L4TAB = 4, /* A page table of level 4. */
    LIBXC_PFINFO_TYPE_L1TAB_PIN = 9, /* A pinned page table of level 1. */
    LIBXC_PFINFO_TYPE_L2TAB_PIN = 10, /* A pinned page table of level 2. */
    LIBXC_PFINFO_TYPE_L3TAB_PIN = 11, /* A pinned page table of level 3. */
    LIBXC_PFINFO_TYPE_L4TAB_PIN = 12, /* A pinned page table of level 4. */
    LIBXC_PFINFO_TYPE_BROKEN = 13, /* A page whose memory is damaged. */
    LIBXC_PFINFO_TYPE_XALLOC = 14, /* A page to allocate, without contents. */
    LIBXC_PFINFO_TYPE_XTAB = 15, /* No page. */
};

/* The name of a value, or NULL if it has none. */
static inline const char *libxc_pfinfo_type_name(uint64_t value)
{
    switch (value) {
    case LIBXC_PFINFO_TYPE_NOTAB:
        return "NOTAB";
    case LIBXC_PFINFO_TYPE_L1TAB:
        return "L1TAB";
    case LIBXC_PFINFO_TYPE_L2TAB:
        return "L2TAB";
    case LIBXC_PFINFO_TYPE_L3TAB:
        return "L3TAB";
    case LIBXC_PFINFO_TYPE_L4TAB:
        return "L4TAB";
    case LIBXC_PFINFO_TYPE_L1TAB_PIN:
        return "L1TAB_PIN";
    case LIBXC_PFINFO_TYPE_L2TAB_PIN:
        return "L2TAB_PIN";
    case LIBXC_PFINFO_TYPE_L3TAB_PIN:
        return "L3TAB_PIN";
    case LIBXC_PFINFO_TYPE_L4TAB_PIN:
        return "L4TAB_PIN";
    case LIBXC_PFINFO_TYPE_BROKEN:
        return "BROKEN";
    case LIBXC_PFINFO_TYPE_XALLOC:
        return "XALLOC";
    case LIBXC_PFINFO_TYPE_XTAB:
        return "XTAB";
    default:
        return NULL;
    }
}

/*
 * Image Header
 *
 * The image header comes first. All its integers stand in big-endian byte order, whatever its endianness bit
 * says about the rest.
 */
#define LIBXC_IMAGE_HEADER_MARKER UINT64_C(0xFFFFFFFFFFFFFFFF)

#define LIBXC_IMAGE_HEADER_ID 0x58454E46u

#define LIBXC_IMAGE_HEADER_VERSION 0x3u /* readers also take [2, 3] */

/* endianness: bit 0: Endianness. 0 = little-endian, 1 = big-endian. 0: little-endian. 1: big-endian. */
#define LIBXC_IMAGE_HEADER_OPTIONS_ENDIANNESS_MASK 0x1u
#define LIBXC_IMAGE_HEADER_OPTIONS_ENDIANNESS_SHIFT 0
static inline uint16_t libxc_image_header_options_endianness(uint16_t value)
{
    return (uint16_t)((value & LIBXC_IMAGE_HEADER_OPTIONS_ENDIANNESS_MASK) >> LIBXC_IMAGE_HEADER_OPTIONS_ENDIANNESS_SHIFT);
}

struct libxc_image_header {
    uint64_t marker;
    /* (the four letters "XENF"). */
    uint32_t id;
    /* The version of the image. */
    uint32_t version;
    uint16_t options;
    /* zero, ignored when read */
    uint8_t reserved[6];
};
static_assert(sizeof(struct libxc_image_header) == 24, "size");
static_assert(offsetof(struct libxc_image_header, marker) == 0, "marker");
static_assert(offsetof(struct libxc_image_header, id) == 8, "id");
static_assert(offsetof(struct libxc_image_header, version) == 12, "version");
static_assert(offsetof(struct libxc_image_header, options) == 16, "options");
static_assert(offsetof(struct libxc_image_header, reserved) == 18, "reserved");

static inline uint64_t libxc_image_header_marker(const void *octets)
{
    return libxc_get(octets, 0, 8, LIBXC_BIG_ENDIAN);
}

static inline void libxc_image_header_set_marker(void *octets, uint64_t value)
{
    libxc_put(octets, 0, 8, LIBXC_BIG_ENDIAN, value);
}

static inline uint32_t libxc_image_header_id(const void *octets)
{
    return (uint32_t)libxc_get(octets, 8, 4, LIBXC_BIG_ENDIAN);
}

static inline void libxc_image_header_set_id(void *octets, uint32_t value)
{
    libxc_put(octets, 8, 4, LIBXC_BIG_ENDIAN, value);
}

static inline uint32_t libxc_image_header_version(const void *octets)
{
    return (uint32_t)libxc_get(octets, 12, 4, LIBXC_BIG_ENDIAN);
}

static inline void libxc_image_header_set_version(void *octets, uint32_t value)
{
    libxc_put(octets, 12, 4, LIBXC_BIG_ENDIAN, value);
}

static inline uint16_t libxc_image_header_options(const void *octets)
{
    return (uint16_t)libxc_get(octets, 16, 2, LIBXC_BIG_ENDIAN);
}

static inline void libxc_image_header_set_options(void *octets, uint16_t value)
{
    libxc_put(octets, 16, 2, LIBXC_BIG_ENDIAN, value);
}

/*
 * Domain Header
 *
 * The domain header holds what is true of the whole machine.
 *
 * Rule domain_header.supported_type (not checked here): require type in {x86_pv, x86_hvm} as supported_type
 *
 * Rule domain_header.page_shift_at_most_27 (not checked here): require page_shift <= 27
 *
 * Rule domain_header.page_shift_is_12 (not checked here): expect page_shift == 12
 */
struct libxc_domain_header {
    uint32_t type;
    /* Which power of two a guest page is: a page has 2 ^page_shift^ octets. On x86 this is 12. */
    uint16_t page_shift;
    /* zero, ignored when read */
    uint8_t reserved[2];
    /* The major version of the Xen that wrote the image. */
    uint32_t xen_major;
    /* The minor version of the Xen that wrote the image. */
    uint32_t xen_minor;
};
static_assert(sizeof(struct libxc_domain_header) == 16, "size");
static_assert(offsetof(struct libxc_domain_header, type) == 0, "type");
static_assert(offsetof(struct libxc_domain_header, page_shift) == 4, "page_shift");
static_assert(offsetof(struct libxc_domain_header, reserved) == 6, "reserved");
static_assert(offsetof(struct libxc_domain_header, xen_major) == 8, "xen_major");
static_assert(offsetof(struct libxc_domain_header, xen_minor) == 12, "xen_minor");

static inline uint32_t libxc_domain_header_type(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 0, 4, order);
}

static inline void libxc_domain_header_set_type(void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 0, 4, order, value);
}

static inline uint16_t libxc_domain_header_page_shift(const void *octets, enum libxc_byte_order order)
{
    return (uint16_t)libxc_get(octets, 4, 2, order);
}

static inline void libxc_domain_header_set_page_shift(
    void *octets, enum libxc_byte_order order, uint16_t value)
{
    libxc_put(octets, 4, 2, order, value);
}

static inline uint32_t libxc_domain_header_xen_major(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 8, 4, order);
}

static inline void libxc_domain_header_set_xen_major(
    void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 8, 4, order, value);
}

static inline uint32_t libxc_domain_header_xen_minor(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 12, 4, order);
}

static inline void libxc_domain_header_set_xen_minor(
    void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 12, 4, order, value);
}

/* The page_size; false if it cannot be computed. */
static inline bool libxc_domain_header_page_size(
    const void *octets, enum libxc_byte_order order, uint64_t *result)
{
    bool sound = true;
    const int64_t number = libxc_shifted_left(INT64_C(1), libxc_small((uint64_t)libxc_domain_header_page_shift(octets, order), &sound), &sound);

    *result = sound && number >= 0 ? (uint64_t)number : 0;
    return sound && number >= 0;
}

/*
 * Records
 *
 * A record is its type, the length of its body in octets, the body, and zero octets up to the next multiple
 * of 8. The length does not count that padding.
 *
 * This is the beginning, which is always at the same place.
 *
 * Then: body. What the record has to say.
 *
 * Then: padding. Zero octets, as many as it takes to end the record on a multiple of 8.
 */
struct libxc_records_head {
    uint32_t type;
    /* The length of the body, in octets. */
    uint32_t body_length;
};
static_assert(sizeof(struct libxc_records_head) == 8, "size");
static_assert(offsetof(struct libxc_records_head, type) == 0, "type");
static_assert(offsetof(struct libxc_records_head, body_length) == 4, "body_length");

static inline uint32_t libxc_records_type(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 0, 4, order);
}

static inline void libxc_records_set_type(void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 0, 4, order, value);
}

static inline uint32_t libxc_records_body_length(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 4, 4, order);
}

static inline void libxc_records_set_body_length(void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 4, 4, order, value);
}

/*
 * END
 *
 * The image ends here. This record shall be the last one; it has no body.
 *
 * It has no octets.
 */
/*
 * PAGE_DATA
 *
 * A batch of memory: which pages, what they are, and the contents of those that have any. Most of an image
 * consists of these.
 *
 * This is the beginning, which is always at the same place.
 *
 * Then: pfn. For each page its number and its type.
 *
 * Then: page_data. For each page whose type has contents, in the order of the pfn array, one page of octets,
 * uncompressed.
 *
 * Rule page_data.not_empty (not checked here): require count > 0 as not_empty
 *
 * Rule page_data.batch_size (not checked here): expect count <= 1024 as batch_size
 */
/* pfn: Bit 51-0: PFN. */
#define LIBXC_PAGE_DATA_PFN_PFN_MASK UINT64_C(0xFFFFFFFFFFFFF)
#define LIBXC_PAGE_DATA_PFN_PFN_SHIFT 0
static inline uint64_t libxc_page_data_pfn_pfn(uint64_t value)
{
    return (value & LIBXC_PAGE_DATA_PFN_PFN_MASK) >> LIBXC_PAGE_DATA_PFN_PFN_SHIFT;
}

/* type: Bit 63-60: XEN_DOMCTL_PFINFO_* type (the constants of `public/domctl.h`, moved up by 32 bits) */
#define LIBXC_PAGE_DATA_PFN_TYPE_MASK UINT64_C(0xF000000000000000)
#define LIBXC_PAGE_DATA_PFN_TYPE_SHIFT 60
static inline uint64_t libxc_page_data_pfn_type(uint64_t value)
{
    return (value & LIBXC_PAGE_DATA_PFN_TYPE_MASK) >> LIBXC_PAGE_DATA_PFN_TYPE_SHIFT;
}

struct libxc_page_data_head {
    /* How many pages the batch is about. */
    uint32_t count;
    /* zero, ignored when read */
    uint8_t reserved[4];
};
static_assert(sizeof(struct libxc_page_data_head) == 8, "size");
static_assert(offsetof(struct libxc_page_data_head, count) == 0, "count");
static_assert(offsetof(struct libxc_page_data_head, reserved) == 4, "reserved");

static inline uint32_t libxc_page_data_count(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 0, 4, order);
}

static inline void libxc_page_data_set_count(void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 0, 4, order, value);
}

/* What page_data holds; numbers are in the order of the host. */
struct libxc_page_data_view {
    uint32_t count;
    struct libxc_array pfn;
    struct libxc_array page_data;
};

/* Reads page_data and goes on behind it; false if it is not sound. */
static inline bool libxc_page_data_read(
    struct libxc_cursor *cursor, struct libxc_page_data_view *view, uint64_t domain_header_page_size)
{
    memset(view, 0, sizeof *view);
    view->count = (uint32_t)libxc_take_number(cursor, 4, cursor->order);
    libxc_take(cursor, 4);
    view->pfn = libxc_take_array(cursor, libxc_small((uint64_t)view->count, &cursor->sound), INT64_C(8), cursor->order);
    {
        int64_t number = 0;
        size_t i;

        for (i = 0; i < view->pfn.count; i++) {
            const uint64_t element = libxc_element_number(&view->pfn, i);

            if (!(((element & LIBXC_PAGE_DATA_PFN_TYPE_MASK) >> LIBXC_PAGE_DATA_PFN_TYPE_SHIFT) == UINT64_C(0xD) || ((element & LIBXC_PAGE_DATA_PFN_TYPE_MASK) >> LIBXC_PAGE_DATA_PFN_TYPE_SHIFT) == UINT64_C(0xE) || ((element & LIBXC_PAGE_DATA_PFN_TYPE_MASK) >> LIBXC_PAGE_DATA_PFN_TYPE_SHIFT) == UINT64_C(0xF))) {
                number++;
            }
        }
        view->page_data = libxc_take_array(cursor, number, libxc_small(domain_header_page_size, &cursor->sound), cursor->order);
    }
    return cursor->sound;
}

/*
 * X86_PV_INFO
 *
 * What kind of PV guest this is. Everything that depends on the size of a guest's words needs this record
 * first.
 *
 * Rule x86_pv_info.width_and_levels (not checked here): require guest_width == 4 and pt_levels == 3 or
 * guest_width == 8 and pt_levels == 4 as width_and_levels
 */
struct libxc_x86_pv_info {
    /* The size of a guest word in octets (either 4 or 8). */
    uint8_t guest_width;
    /* How many levels of page tables (either 3 or 4). */
    uint8_t pt_levels;
    /* zero, ignored when read */
    uint8_t reserved[6];
};
static_assert(sizeof(struct libxc_x86_pv_info) == 8, "size");
static_assert(offsetof(struct libxc_x86_pv_info, guest_width) == 0, "guest_width");
static_assert(offsetof(struct libxc_x86_pv_info, pt_levels) == 1, "pt_levels");
static_assert(offsetof(struct libxc_x86_pv_info, reserved) == 2, "reserved");

static inline uint8_t libxc_x86_pv_info_guest_width(const void *octets, enum libxc_byte_order order)
{
    return (uint8_t)libxc_get(octets, 0, 1, order);
}

static inline void libxc_x86_pv_info_set_guest_width(void *octets, enum libxc_byte_order order, uint8_t value)
{
    libxc_put(octets, 0, 1, order, value);
}

static inline uint8_t libxc_x86_pv_info_pt_levels(const void *octets, enum libxc_byte_order order)
{
    return (uint8_t)libxc_get(octets, 1, 1, order);
}

static inline void libxc_x86_pv_info_set_pt_levels(void *octets, enum libxc_byte_order order, uint8_t value)
{
    libxc_put(octets, 1, 1, order, value);
}

/*
 * X86_PV_P2M_FRAMES
 *
 * Where the guest keeps its table from pseudo-physical to machine frames: the pages that hold the part of it
 * for the frames S to E.
 *
 * This is the beginning, which is always at the same place.
 *
 * Then: p2m_pfn. The page numbers of the part's own pages. A page of the table has room for as many frames as
 * guest words fit into it.
 *
 * Rule x86_pv_p2m_frames.start_before_end (not checked here): require S <= E as start_before_end
 */
struct libxc_x86_pv_p2m_frames_head {
    /* The first frame that the part is about. */
    uint32_t p2m_start_pfn;
    /* The last frame that the part is about. */
    uint32_t p2m_end_pfn;
};
static_assert(sizeof(struct libxc_x86_pv_p2m_frames_head) == 8, "size");
static_assert(offsetof(struct libxc_x86_pv_p2m_frames_head, p2m_start_pfn) == 0, "p2m_start_pfn");
static_assert(offsetof(struct libxc_x86_pv_p2m_frames_head, p2m_end_pfn) == 4, "p2m_end_pfn");

static inline uint32_t libxc_x86_pv_p2m_frames_p2m_start_pfn(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 0, 4, order);
}

static inline void libxc_x86_pv_p2m_frames_set_p2m_start_pfn(
    void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 0, 4, order, value);
}

static inline uint32_t libxc_x86_pv_p2m_frames_p2m_end_pfn(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 4, 4, order);
}

static inline void libxc_x86_pv_p2m_frames_set_p2m_end_pfn(
    void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 4, 4, order, value);
}

/* The frames_per_page; false if it cannot be computed. */
static inline bool libxc_x86_pv_p2m_frames_frames_per_page(
    uint64_t domain_header_page_size, uint64_t x86_pv_info_guest_width, uint64_t *result)
{
    bool sound = true;
    const int64_t number = libxc_divided(libxc_small(domain_header_page_size, &sound), libxc_small(x86_pv_info_guest_width, &sound), &sound);

    *result = sound && number >= 0 ? (uint64_t)number : 0;
    return sound && number >= 0;
}

/* What x86_pv_p2m_frames holds; numbers are in the order of the host. */
struct libxc_x86_pv_p2m_frames_view {
    uint32_t p2m_start_pfn;
    uint32_t p2m_end_pfn;
    struct libxc_array p2m_pfn;
};

/* Reads x86_pv_p2m_frames and goes on behind it; false if it is not sound. */
static inline bool libxc_x86_pv_p2m_frames_read(
    struct libxc_cursor *cursor, struct libxc_x86_pv_p2m_frames_view *view, uint64_t domain_header_page_size, uint64_t x86_pv_info_guest_width)
{
    memset(view, 0, sizeof *view);
    view->p2m_start_pfn = (uint32_t)libxc_take_number(cursor, 4, cursor->order);
    view->p2m_end_pfn = (uint32_t)libxc_take_number(cursor, 4, cursor->order);
    view->p2m_pfn = libxc_take_array(cursor, libxc_plus(libxc_minus(libxc_divided(libxc_small((uint64_t)view->p2m_end_pfn, &cursor->sound), libxc_divided(libxc_small(domain_header_page_size, &cursor->sound), libxc_small(x86_pv_info_guest_width, &cursor->sound), &cursor->sound), &cursor->sound), libxc_divided(libxc_small((uint64_t)view->p2m_start_pfn, &cursor->sound), libxc_divided(libxc_small(domain_header_page_size, &cursor->sound), libxc_small(x86_pv_info_guest_width, &cursor->sound), &cursor->sound), &cursor->sound), &cursor->sound), INT64_C(1), &cursor->sound), INT64_C(8), cursor->order);
    return cursor->sound;
}

/*
 * X86_PV_VCPU_BASIC, EXTENDED, XSAVE, MSRS
 *
 * The state of one virtual processor, as Xen hands it out by four pairs of hypercalls. The four records look
 * alike, and differ in what their context is.
 *
 * This is the beginning, which is always at the same place.
 *
 * Then: context. Its state, as the hypercall gave it.
 *
 * Rule x86_pv_vcpu_basic.context_size (not checked here): expect size(X86_PV_VCPU_BASIC.context) ==
 * (X86_PV_INFO.guest_width == 4 ? 2800 : 5168) as context_size
 */
struct libxc_x86_pv_vcpu_basic_head {
    /* Which virtual processor this is. */
    uint32_t vcpu_id;
    /* zero, ignored when read */
    uint8_t reserved[4];
};
static_assert(sizeof(struct libxc_x86_pv_vcpu_basic_head) == 8, "size");
static_assert(offsetof(struct libxc_x86_pv_vcpu_basic_head, vcpu_id) == 0, "vcpu_id");
static_assert(offsetof(struct libxc_x86_pv_vcpu_basic_head, reserved) == 4, "reserved");

static inline uint32_t libxc_x86_pv_vcpu_basic_vcpu_id(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 0, 4, order);
}

static inline void libxc_x86_pv_vcpu_basic_set_vcpu_id(
    void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 0, 4, order, value);
}

/* What x86_pv_vcpu_basic holds; numbers are in the order of the host. */
struct libxc_x86_pv_vcpu_basic_view {
    uint32_t vcpu_id;
    struct libxc_octets context;
};

/* Reads x86_pv_vcpu_basic and goes on behind it; false if it is not sound. */
static inline bool libxc_x86_pv_vcpu_basic_read(
    struct libxc_cursor *cursor, struct libxc_x86_pv_vcpu_basic_view *view)
{
    memset(view, 0, sizeof *view);
    view->vcpu_id = (uint32_t)libxc_take_number(cursor, 4, cursor->order);
    libxc_take(cursor, 4);
    view->context = libxc_take_rest(cursor);
    return cursor->sound;
}

/*
 * X86_PV_VCPU_BASIC, EXTENDED, XSAVE, MSRS
 *
 * The state of one virtual processor, as Xen hands it out by four pairs of hypercalls. The four records look
 * alike, and differ in what their context is.
 *
 * This is the beginning, which is always at the same place.
 *
 * Then: context. Its state, as the hypercall gave it.
 *
 * Rule x86_pv_vcpu_extended.context_size (not checked here): require size(X86_PV_VCPU_EXTENDED.context) <=
 * 128 as context_size
 *
 * Rule x86_pv_vcpu_extended.not_empty (not checked here): expect size(X86_PV_VCPU_EXTENDED.context) > 0 as
 * not_empty
 */
struct libxc_x86_pv_vcpu_extended_head {
    /* Which virtual processor this is. */
    uint32_t vcpu_id;
    /* zero, ignored when read */
    uint8_t reserved[4];
};
static_assert(sizeof(struct libxc_x86_pv_vcpu_extended_head) == 8, "size");
static_assert(offsetof(struct libxc_x86_pv_vcpu_extended_head, vcpu_id) == 0, "vcpu_id");
static_assert(offsetof(struct libxc_x86_pv_vcpu_extended_head, reserved) == 4, "reserved");

static inline uint32_t libxc_x86_pv_vcpu_extended_vcpu_id(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 0, 4, order);
}

static inline void libxc_x86_pv_vcpu_extended_set_vcpu_id(
    void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 0, 4, order, value);
}

/* What x86_pv_vcpu_extended holds; numbers are in the order of the host. */
struct libxc_x86_pv_vcpu_extended_view {
    uint32_t vcpu_id;
    struct libxc_octets context;
};

/* Reads x86_pv_vcpu_extended and goes on behind it; false if it is not sound. */
static inline bool libxc_x86_pv_vcpu_extended_read(
    struct libxc_cursor *cursor, struct libxc_x86_pv_vcpu_extended_view *view)
{
    memset(view, 0, sizeof *view);
    view->vcpu_id = (uint32_t)libxc_take_number(cursor, 4, cursor->order);
    libxc_take(cursor, 4);
    view->context = libxc_take_rest(cursor);
    return cursor->sound;
}

/*
 * X86_PV_VCPU_BASIC, EXTENDED, XSAVE, MSRS
 *
 * The state of one virtual processor, as Xen hands it out by four pairs of hypercalls. The four records look
 * alike, and differ in what their context is.
 *
 * This is the beginning, which is always at the same place.
 *
 * Then: context. Its state, as the hypercall gave it.
 *
 * Rule x86_pv_vcpu_xsave.context_size (not checked here): require size(X86_PV_VCPU_XSAVE.context) == 0 or
 * size(X86_PV_VCPU_XSAVE.context) >= 16 as context_size
 *
 * Rule x86_pv_vcpu_xsave.not_empty (not checked here): expect size(X86_PV_VCPU_XSAVE.context) > 0 as
 * not_empty
 */
struct libxc_x86_pv_vcpu_xsave_head {
    /* Which virtual processor this is. */
    uint32_t vcpu_id;
    /* zero, ignored when read */
    uint8_t reserved[4];
};
static_assert(sizeof(struct libxc_x86_pv_vcpu_xsave_head) == 8, "size");
static_assert(offsetof(struct libxc_x86_pv_vcpu_xsave_head, vcpu_id) == 0, "vcpu_id");
static_assert(offsetof(struct libxc_x86_pv_vcpu_xsave_head, reserved) == 4, "reserved");

static inline uint32_t libxc_x86_pv_vcpu_xsave_vcpu_id(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 0, 4, order);
}

static inline void libxc_x86_pv_vcpu_xsave_set_vcpu_id(
    void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 0, 4, order, value);
}

/* What x86_pv_vcpu_xsave holds; numbers are in the order of the host. */
struct libxc_x86_pv_vcpu_xsave_view {
    uint32_t vcpu_id;
    struct libxc_octets context;
};

/* Reads x86_pv_vcpu_xsave and goes on behind it; false if it is not sound. */
static inline bool libxc_x86_pv_vcpu_xsave_read(
    struct libxc_cursor *cursor, struct libxc_x86_pv_vcpu_xsave_view *view)
{
    memset(view, 0, sizeof *view);
    view->vcpu_id = (uint32_t)libxc_take_number(cursor, 4, cursor->order);
    libxc_take(cursor, 4);
    view->context = libxc_take_rest(cursor);
    return cursor->sound;
}

/*
 * VCPU MSR
 *
 * One model-specific register of a virtual processor.
 */
struct libxc_vcpu_msr {
    /* The number of the register. */
    uint32_t index;
    /* zero, ignored when read */
    uint8_t reserved[4];
    /* What it holds. */
    uint64_t value;
};
static_assert(sizeof(struct libxc_vcpu_msr) == 16, "size");
static_assert(offsetof(struct libxc_vcpu_msr, index) == 0, "index");
static_assert(offsetof(struct libxc_vcpu_msr, reserved) == 4, "reserved");
static_assert(offsetof(struct libxc_vcpu_msr, value) == 8, "value");

static inline uint32_t libxc_vcpu_msr_index(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 0, 4, order);
}

static inline void libxc_vcpu_msr_set_index(void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 0, 4, order, value);
}

static inline uint64_t libxc_vcpu_msr_value(const void *octets, enum libxc_byte_order order)
{
    return libxc_get(octets, 8, 8, order);
}

static inline void libxc_vcpu_msr_set_value(void *octets, enum libxc_byte_order order, uint64_t value)
{
    libxc_put(octets, 8, 8, order, value);
}

/*
 * X86_PV_VCPU_BASIC, EXTENDED, XSAVE, MSRS
 *
 * The state of one virtual processor, as Xen hands it out by four pairs of hypercalls. The four records look
 * alike, and differ in what their context is.
 *
 * This is the beginning, which is always at the same place.
 *
 * Then: context. Its state, as the hypercall gave it.
 *
 * Rule x86_pv_vcpu_msrs.not_empty (not checked here): expect count(X86_PV_VCPU_MSRS.context) > 0 as not_empty
 */
struct libxc_x86_pv_vcpu_msrs_head {
    /* Which virtual processor this is. */
    uint32_t vcpu_id;
    /* zero, ignored when read */
    uint8_t reserved[4];
};
static_assert(sizeof(struct libxc_x86_pv_vcpu_msrs_head) == 8, "size");
static_assert(offsetof(struct libxc_x86_pv_vcpu_msrs_head, vcpu_id) == 0, "vcpu_id");
static_assert(offsetof(struct libxc_x86_pv_vcpu_msrs_head, reserved) == 4, "reserved");

static inline uint32_t libxc_x86_pv_vcpu_msrs_vcpu_id(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 0, 4, order);
}

static inline void libxc_x86_pv_vcpu_msrs_set_vcpu_id(
    void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 0, 4, order, value);
}

/* What x86_pv_vcpu_msrs holds; numbers are in the order of the host. */
struct libxc_x86_pv_vcpu_msrs_view {
    uint32_t vcpu_id;
    struct libxc_array context;
};

/* Reads x86_pv_vcpu_msrs and goes on behind it; false if it is not sound. */
static inline bool libxc_x86_pv_vcpu_msrs_read(
    struct libxc_cursor *cursor, struct libxc_x86_pv_vcpu_msrs_view *view)
{
    memset(view, 0, sizeof *view);
    view->vcpu_id = (uint32_t)libxc_take_number(cursor, 4, cursor->order);
    libxc_take(cursor, 4);
    view->context = libxc_take_all(cursor, INT64_C(16), cursor->order);
    return cursor->sound;
}

/*
 * SHARED_INFO
 *
 * The page that the guest shares with Xen.
 *
 * This is the beginning, which is always at the same place.
 *
 * Then: shared_info. The contents of the page.
 */
/* What shared_info holds; numbers are in the order of the host. */
struct libxc_shared_info_view {
    struct libxc_octets shared_info;
};

/* Reads shared_info and goes on behind it; false if it is not sound. */
static inline bool libxc_shared_info_read(
    struct libxc_cursor *cursor, struct libxc_shared_info_view *view, uint64_t domain_header_page_size)
{
    memset(view, 0, sizeof *view);
    view->shared_info = libxc_take_octets(cursor, libxc_small(domain_header_page_size, &cursor->sound));
    return cursor->sound;
}

/*
 * X86_TSC_INFO
 *
 * How the guest sees its time stamp counter.
 */
struct libxc_x86_tsc_info {
    /* One of Xen's TSC_MODE_* numbers. */
    uint32_t mode;
    /* How fast it counts, in kHz. */
    uint32_t khz;
    /* The time that has passed, in nanoseconds. */
    uint64_t nsec;
    /* How often the guest has been restored. */
    uint32_t incarnation;
    /* zero, ignored when read */
    uint8_t reserved[4];
};
static_assert(sizeof(struct libxc_x86_tsc_info) == 24, "size");
static_assert(offsetof(struct libxc_x86_tsc_info, mode) == 0, "mode");
static_assert(offsetof(struct libxc_x86_tsc_info, khz) == 4, "khz");
static_assert(offsetof(struct libxc_x86_tsc_info, nsec) == 8, "nsec");
static_assert(offsetof(struct libxc_x86_tsc_info, incarnation) == 16, "incarnation");
static_assert(offsetof(struct libxc_x86_tsc_info, reserved) == 20, "reserved");

static inline uint32_t libxc_x86_tsc_info_mode(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 0, 4, order);
}

static inline void libxc_x86_tsc_info_set_mode(void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 0, 4, order, value);
}

static inline uint32_t libxc_x86_tsc_info_khz(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 4, 4, order);
}

static inline void libxc_x86_tsc_info_set_khz(void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 4, 4, order, value);
}

static inline uint64_t libxc_x86_tsc_info_nsec(const void *octets, enum libxc_byte_order order)
{
    return libxc_get(octets, 8, 8, order);
}

static inline void libxc_x86_tsc_info_set_nsec(void *octets, enum libxc_byte_order order, uint64_t value)
{
    libxc_put(octets, 8, 8, order, value);
}

static inline uint32_t libxc_x86_tsc_info_incarnation(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 16, 4, order);
}

static inline void libxc_x86_tsc_info_set_incarnation(
    void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 16, 4, order, value);
}

/*
 * HVM_CONTEXT
 *
 * The state of the processors and devices that Xen itself emulates for an HVM guest. It is never empty.
 *
 * This is the beginning, which is always at the same place.
 *
 * Then: hvm_ctx. Xen's own sequence of entries.
 *
 * Rule hvm_context.not_empty (not checked here): require size(hvm_ctx) > 0 as not_empty
 */
/* What hvm_context holds; numbers are in the order of the host. */
struct libxc_hvm_context_view {
    struct libxc_octets hvm_ctx;
};

/* Reads hvm_context and goes on behind it; false if it is not sound. */
static inline bool libxc_hvm_context_read(struct libxc_cursor *cursor, struct libxc_hvm_context_view *view)
{
    memset(view, 0, sizeof *view);
    view->hvm_ctx = libxc_take_rest(cursor);
    return cursor->sound;
}

/* HVM_PARAMS */
struct libxc_hvm_params_param {
    /* The number of the parameter. */
    uint64_t index;
    /* Its value. */
    uint64_t value;
};
static_assert(sizeof(struct libxc_hvm_params_param) == 16, "size");
static_assert(offsetof(struct libxc_hvm_params_param, index) == 0, "index");
static_assert(offsetof(struct libxc_hvm_params_param, value) == 8, "value");

static inline uint64_t libxc_hvm_params_param_index(const void *octets, enum libxc_byte_order order)
{
    return libxc_get(octets, 0, 8, order);
}

static inline void libxc_hvm_params_param_set_index(void *octets, enum libxc_byte_order order, uint64_t value)
{
    libxc_put(octets, 0, 8, order, value);
}

static inline uint64_t libxc_hvm_params_param_value(const void *octets, enum libxc_byte_order order)
{
    return libxc_get(octets, 8, 8, order);
}

static inline void libxc_hvm_params_param_set_value(void *octets, enum libxc_byte_order order, uint64_t value)
{
    libxc_put(octets, 8, 8, order, value);
}

/*
 * HVM_PARAMS
 *
 * The parameters of an HVM guest: numbered settings with a value each.
 *
 * This is the beginning, which is always at the same place.
 *
 * Then: param.
 *
 * Rule hvm_params.not_empty (not checked here): expect count > 0 as not_empty
 */
struct libxc_hvm_params_head {
    /* How many parameters follow. */
    uint32_t count;
    /* zero, ignored when read */
    uint8_t reserved[4];
};
static_assert(sizeof(struct libxc_hvm_params_head) == 8, "size");
static_assert(offsetof(struct libxc_hvm_params_head, count) == 0, "count");
static_assert(offsetof(struct libxc_hvm_params_head, reserved) == 4, "reserved");

static inline uint32_t libxc_hvm_params_count(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 0, 4, order);
}

static inline void libxc_hvm_params_set_count(void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 0, 4, order, value);
}

/* What hvm_params holds; numbers are in the order of the host. */
struct libxc_hvm_params_view {
    uint32_t count;
    struct libxc_array param;
};

/* Reads hvm_params and goes on behind it; false if it is not sound. */
static inline bool libxc_hvm_params_read(struct libxc_cursor *cursor, struct libxc_hvm_params_view *view)
{
    memset(view, 0, sizeof *view);
    view->count = (uint32_t)libxc_take_number(cursor, 4, cursor->order);
    libxc_take(cursor, 4);
    view->param = libxc_take_array(cursor, libxc_small((uint64_t)view->count, &cursor->sound), INT64_C(16), cursor->order);
    return cursor->sound;
}

/*
 * TOOLSTACK (deprecated)
 *
 * > *Existed only while this format was being developed. Do not write it.*
 *
 * This is the beginning, which is always at the same place.
 *
 * Then: data. Whatever the toolstack put there.
 */
/* What toolstack holds; numbers are in the order of the host. */
struct libxc_toolstack_view {
    struct libxc_octets data;
};

/* Reads toolstack and goes on behind it; false if it is not sound. */
static inline bool libxc_toolstack_read(struct libxc_cursor *cursor, struct libxc_toolstack_view *view)
{
    memset(view, 0, sizeof *view);
    view->data = libxc_take_rest(cursor);
    return cursor->sound;
}

/*
 * VERIFY
 *
 * From here on the writer sends memory again that it has sent before, so that the reader can compare. This is
 * for finding faults. The record has no body.
 *
 * It has no octets.
 */
/*
 * CHECKPOINT
 *
 * All records up to here together describe one consistent state of the machine. The record has no body.
 *
 * It has no octets.
 */
/*
 * CHECKPOINT_DIRTY_PFN_LIST
 *
 * Which pages the secondary of a COLO pair has changed. It travels in the other direction, in the back
 * channel, and in no order.
 *
 * This is the beginning, which is always at the same place.
 *
 * Then: pfn. The page numbers, as many as the body has room for.
 */
/* What checkpoint_dirty_pfn_list holds; numbers are in the order of the host. */
struct libxc_checkpoint_dirty_pfn_list_view {
    struct libxc_array pfn;
};

/* Reads checkpoint_dirty_pfn_list and goes on behind it; false if it is not sound. */
static inline bool libxc_checkpoint_dirty_pfn_list_read(
    struct libxc_cursor *cursor, struct libxc_checkpoint_dirty_pfn_list_view *view)
{
    memset(view, 0, sizeof *view);
    view->pfn = libxc_take_all(cursor, INT64_C(8), cursor->order);
    return cursor->sound;
}

/*
 * STATIC_DATA_END
 *
 * What does not change while the guest runs has been said. The record has no body. It occurs exactly once in
 * an image of version 3, before any memory.
 *
 * It has no octets.
 */
/*
 * CPUID Leaf
 *
 * One answer of the CPUID instruction.
 */
struct libxc_cpuid_leaf {
    /* What EAX held when the guest asked. */
    uint32_t leaf;
    /* What ECX held; 0xFFFFFFFF where it does not matter. */
    uint32_t subleaf;
    /* The answer in EAX. */
    uint32_t eax;
    /* The answer in EBX. */
    uint32_t ebx;
    /* The answer in ECX. */
    uint32_t ecx;
    /* The answer in EDX. */
    uint32_t edx;
};
static_assert(sizeof(struct libxc_cpuid_leaf) == 24, "size");
static_assert(offsetof(struct libxc_cpuid_leaf, leaf) == 0, "leaf");
static_assert(offsetof(struct libxc_cpuid_leaf, subleaf) == 4, "subleaf");
static_assert(offsetof(struct libxc_cpuid_leaf, eax) == 8, "eax");
static_assert(offsetof(struct libxc_cpuid_leaf, ebx) == 12, "ebx");
static_assert(offsetof(struct libxc_cpuid_leaf, ecx) == 16, "ecx");
static_assert(offsetof(struct libxc_cpuid_leaf, edx) == 20, "edx");

static inline uint32_t libxc_cpuid_leaf_leaf(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 0, 4, order);
}

static inline void libxc_cpuid_leaf_set_leaf(void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 0, 4, order, value);
}

static inline uint32_t libxc_cpuid_leaf_subleaf(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 4, 4, order);
}

static inline void libxc_cpuid_leaf_set_subleaf(void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 4, 4, order, value);
}

static inline uint32_t libxc_cpuid_leaf_eax(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 8, 4, order);
}

static inline void libxc_cpuid_leaf_set_eax(void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 8, 4, order, value);
}

static inline uint32_t libxc_cpuid_leaf_ebx(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 12, 4, order);
}

static inline void libxc_cpuid_leaf_set_ebx(void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 12, 4, order, value);
}

static inline uint32_t libxc_cpuid_leaf_ecx(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 16, 4, order);
}

static inline void libxc_cpuid_leaf_set_ecx(void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 16, 4, order, value);
}

static inline uint32_t libxc_cpuid_leaf_edx(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 20, 4, order);
}

static inline void libxc_cpuid_leaf_set_edx(void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 20, 4, order, value);
}

/*
 * X86_CPUID_POLICY
 *
 * What the guest sees when it asks its processor for features: the answers to the CPUID instruction, in
 * ascending order.
 *
 * This is the beginning, which is always at the same place.
 *
 * Then: CPUID_policy. The leaves; at least one.
 *
 * Rule x86_cpuid_policy.not_empty (not checked here): require count(CPUID_policy) > 0 as not_empty
 */
/* What x86_cpuid_policy holds; numbers are in the order of the host. */
struct libxc_x86_cpuid_policy_view {
    struct libxc_array cpuid_policy;
};

/* Reads x86_cpuid_policy and goes on behind it; false if it is not sound. */
static inline bool libxc_x86_cpuid_policy_read(
    struct libxc_cursor *cursor, struct libxc_x86_cpuid_policy_view *view)
{
    memset(view, 0, sizeof *view);
    view->cpuid_policy = libxc_take_all(cursor, INT64_C(24), cursor->order);
    return cursor->sound;
}

/*
 * MSR Entry
 *
 * One register of the policy.
 *
 * Rule msr_entry.flags_is_0 (not checked here): expect flags == 0
 */
struct libxc_msr_entry {
    /* The number of the register. */
    uint32_t index;
    /* No flags are defined; 0. */
    uint32_t flags;
    /* What it holds. */
    uint64_t value;
};
static_assert(sizeof(struct libxc_msr_entry) == 16, "size");
static_assert(offsetof(struct libxc_msr_entry, index) == 0, "index");
static_assert(offsetof(struct libxc_msr_entry, flags) == 4, "flags");
static_assert(offsetof(struct libxc_msr_entry, value) == 8, "value");

static inline uint32_t libxc_msr_entry_index(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 0, 4, order);
}

static inline void libxc_msr_entry_set_index(void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 0, 4, order, value);
}

static inline uint32_t libxc_msr_entry_flags(const void *octets, enum libxc_byte_order order)
{
    return (uint32_t)libxc_get(octets, 4, 4, order);
}

static inline void libxc_msr_entry_set_flags(void *octets, enum libxc_byte_order order, uint32_t value)
{
    libxc_put(octets, 4, 4, order, value);
}

static inline uint64_t libxc_msr_entry_value(const void *octets, enum libxc_byte_order order)
{
    return libxc_get(octets, 8, 8, order);
}

static inline void libxc_msr_entry_set_value(void *octets, enum libxc_byte_order order, uint64_t value)
{
    libxc_put(octets, 8, 8, order, value);
}

/*
 * X86_MSR_POLICY
 *
 * Which model-specific registers tell the guest about its processor, and what they say.
 *
 * This is the beginning, which is always at the same place.
 *
 * Then: MSR_policy. The registers; at least one.
 *
 * Rule x86_msr_policy.not_empty (not checked here): require count(MSR_policy) > 0 as not_empty
 */
/* What x86_msr_policy holds; numbers are in the order of the host. */
struct libxc_x86_msr_policy_view {
    struct libxc_array msr_policy;
};

/* Reads x86_msr_policy and goes on behind it; false if it is not sound. */
static inline bool libxc_x86_msr_policy_read(
    struct libxc_cursor *cursor, struct libxc_x86_msr_policy_view *view)
{
    memset(view, 0, sizeof *view);
    view->msr_policy = libxc_take_all(cursor, INT64_C(16), cursor->order);
    return cursor->sound;
}

/* The byte order of the stream that begins with this image_header. */
static inline enum libxc_byte_order libxc_order_of(const void *octets)
{
    return ((uint64_t)libxc_image_header_options(octets) >> 0 & 1) != 0 ? LIBXC_BIG_ENDIAN : LIBXC_LITTLE_ENDIAN;
}

/* Every record starts at a multiple of so many octets from the first one */
#define LIBXC_RECORD_ALIGNMENT 8

/* The longest body that a reader takes, in octets */
#define LIBXC_RECORD_LIMIT UINT64_C(134217728)

/* A record: its head lies at `head`, its body is all that `body` has. */
struct libxc_record {
    const uint8_t *head; /* struct libxc_records_head */
    uint32_t type;
    struct libxc_cursor body;
};

/*
 * Reads the next record, and goes on behind its padding; false at the end of the stream, or, with `stream` no
 * longer sound, where a record is cut off or too long.
 */
static inline bool libxc_next_record(struct libxc_cursor *stream, struct libxc_record *record)
{
    uint64_t length;
    const uint8_t *body;

    if (stream->left == 0) {
        return false;
    }
    record->head = libxc_take(stream, 8);
    if (record->head == NULL) {
        return false;
    }
    record->type = libxc_records_type(record->head, stream->order);
    length = libxc_records_body_length(record->head, stream->order);
    if (length > LIBXC_RECORD_LIMIT) {
        libxc_fail(stream);
        return false;
    }
    body = libxc_take(stream, length);
    libxc_take(stream, (LIBXC_RECORD_ALIGNMENT - (8 + length) % LIBXC_RECORD_ALIGNMENT) % LIBXC_RECORD_ALIGNMENT);
    record->body = libxc_cursor_of(body, (size_t)length, stream->order);
    return stream->sound;
}

/* Whether a reader may skip a record of this type if it does not know it. */
static inline bool libxc_record_is_optional(uint32_t type)
{
    const uint64_t value = type;
    bool sound = true;
    const bool optional = value >= UINT64_C(0x80000000);

    return optional && sound;
}

/*
 * The order of headers and records (not checked here)
 *
 * stream x86_pv_v3 when image_header.version == 3 and domain_header.type == x86_pv: image_header,
 * domain_header, (X86_PV_INFO & X86_CPUID_POLICY? & X86_MSR_POLICY?), STATIC_DATA_END, (X86_PV_P2M_FRAMES |
 * PAGE_DATA | X86_TSC_INFO | SHARED_INFO | X86_PV_VCPU_BASIC | X86_PV_VCPU_EXTENDED | X86_PV_VCPU_XSAVE |
 * X86_PV_VCPU_MSRS | VERIFY | CHECKPOINT)*, (END | CHECKPOINT)
 *
 * stream x86_pv_v2 when image_header.version == 2 and domain_header.type == x86_pv: image_header,
 * domain_header, X86_PV_INFO, (X86_PV_P2M_FRAMES | PAGE_DATA | X86_TSC_INFO | SHARED_INFO | X86_PV_VCPU_BASIC
 * | X86_PV_VCPU_EXTENDED | X86_PV_VCPU_XSAVE | X86_PV_VCPU_MSRS | VERIFY | CHECKPOINT)*, (END | CHECKPOINT)
 *
 * stream x86_hvm_v3 when image_header.version == 3 and domain_header.type == x86_hvm: image_header,
 * domain_header, (X86_CPUID_POLICY? & X86_MSR_POLICY?), STATIC_DATA_END, (PAGE_DATA | X86_TSC_INFO |
 * HVM_PARAMS | HVM_CONTEXT | VERIFY | CHECKPOINT)*, (END | CHECKPOINT)
 *
 * stream x86_hvm_v2 when image_header.version == 2 and domain_header.type == x86_hvm: image_header,
 * domain_header, (PAGE_DATA | X86_TSC_INFO | HVM_PARAMS | HVM_CONTEXT | VERIFY | CHECKPOINT)*, (END |
 * CHECKPOINT)
 *
 * require STATIC_DATA_END before PAGE_DATA
 *
 * require STATIC_DATA_END before X86_PV_P2M_FRAMES
 *
 * require X86_CPUID_POLICY before STATIC_DATA_END
 *
 * require X86_MSR_POLICY before STATIC_DATA_END
 *
 * require X86_PV_INFO before X86_PV_P2M_FRAMES before PAGE_DATA before X86_PV_VCPU_BASIC
 *
 * require X86_PV_INFO before SHARED_INFO
 *
 * require PAGE_DATA before X86_PV_VCPU_EXTENDED
 *
 * require PAGE_DATA before X86_PV_VCPU_XSAVE
 *
 * require PAGE_DATA before X86_PV_VCPU_MSRS
 *
 * expect HVM_PARAMS before HVM_CONTEXT
 *
 * imply STATIC_DATA_END before X86_PV_P2M_FRAMES in x86_pv_v2
 *
 * imply STATIC_DATA_END before PAGE_DATA in x86_hvm_v2
 */

#ifdef __cplusplus
}
#endif

#endif
