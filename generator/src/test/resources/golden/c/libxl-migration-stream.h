/*
 * The libxl migration stream, revision 2
 *
 * Generated from a specification; changes belong there.
 *
 * The members of a structure lie as in the stream, in its byte order; the functions called after them read
 * and write them, wherever they lie. Where places vary, a function whose name ends in read finds the parts
 * within the octets that there are, and fills in a structure whose name ends in view, which holds numbers in
 * the host's byte order and points into those octets.
 */
#ifndef LIBXL_MIGRATION_STREAM_H
#define LIBXL_MIGRATION_STREAM_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The order of the octets of an integer. */
enum libxl_byte_order { LIBXL_LITTLE_ENDIAN = 0, LIBXL_BIG_ENDIAN = 1 };

/* The unsigned integer in the `width` (1 to 8) octets at `offset`; they need not be aligned. */
static inline uint64_t libxl_get(const void *octets, size_t offset, size_t width, enum libxl_byte_order order)
{
    const uint8_t *at = (const uint8_t *)octets + offset;
    uint64_t value = 0;
    size_t i;

    for (i = 0; i < width; i++) {
        value = value << 8 | at[order == LIBXL_BIG_ENDIAN ? i : width - 1 - i];
    }
    return value;
}

/* Writes the low `width` (1 to 8) octets of `value` to `offset`. */
static inline void libxl_put(void *octets, size_t offset, size_t width, enum libxl_byte_order order, uint64_t value)
{
    uint8_t *at = (uint8_t *)octets + offset;
    size_t i;

    for (i = 0; i < width; i++) {
        at[order == LIBXL_BIG_ENDIAN ? width - 1 - i : i] = (uint8_t)(value >> (8 * i) & 0xFF);
    }
}

/*
 * A place in octets that are being read. What does not fit, or cannot be computed, makes `sound` false; from then on
 * everything that is read is zero or empty, so that one check at the end is enough.
 */
struct libxl_cursor {
    const uint8_t *at;            /* the next octet */
    size_t left;                  /* how many octets are left */
    size_t taken;                 /* how many have been read */
    enum libxl_byte_order order; /* of integers whose order the stream decides */
    bool sound;
};

/* Octets without inner structure; `at` is NULL where they do not fit. */
struct libxl_octets {
    const uint8_t *at;
    size_t size;
};

/* Elements, one behind the other; `stride` is 0 where each has a size of its own. */
struct libxl_array {
    const uint8_t *at;
    size_t size; /* in octets */
    size_t count;
    size_t stride;
    enum libxl_byte_order order;
};

/* A cursor at the first of `size` octets. */
static inline struct libxl_cursor libxl_cursor_of(const void *octets, size_t size, enum libxl_byte_order order)
{
    struct libxl_cursor cursor;

    cursor.at = (const uint8_t *)octets;
    cursor.left = size;
    cursor.taken = 0;
    cursor.order = order;
    cursor.sound = true;
    return cursor;
}

/* Whether all octets were read, and all was sound. */
static inline bool libxl_ended(const struct libxl_cursor *cursor)
{
    return cursor->sound && cursor->left == 0;
}

/* Makes the cursor unsound. */
static inline void libxl_fail(struct libxl_cursor *cursor)
{
    cursor->sound = false;
    cursor->left = 0;
}

/* The next `size` octets, or NULL if there are not so many. */
static inline const uint8_t *libxl_take(struct libxl_cursor *cursor, uint64_t size)
{
    const uint8_t *taken = cursor->at;

    if (!cursor->sound || size > cursor->left) {
        libxl_fail(cursor);
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
static inline uint64_t libxl_take_number(struct libxl_cursor *cursor, size_t width, enum libxl_byte_order order)
{
    const uint8_t *at = libxl_take(cursor, width);

    return at == NULL ? 0 : libxl_get(at, 0, width, order);
}

/* The next `size` octets. */
static inline struct libxl_octets libxl_take_octets(struct libxl_cursor *cursor, int64_t size)
{
    struct libxl_octets octets = { NULL, 0 };

    if (size < 0) {
        libxl_fail(cursor);
    } else {
        octets.at = libxl_take(cursor, (uint64_t)size);
        octets.size = octets.at == NULL ? 0 : (size_t)size;
    }
    return octets;
}

/* All octets that are left. */
static inline struct libxl_octets libxl_take_rest(struct libxl_cursor *cursor)
{
    struct libxl_octets octets;

    octets.size = cursor->left;
    octets.at = libxl_take(cursor, cursor->left);
    return octets;
}

/* The octets up to the next `terminator`, which is read but no part of them. */
static inline struct libxl_octets libxl_take_text(struct libxl_cursor *cursor, uint8_t terminator)
{
    struct libxl_octets text = { NULL, 0 };
    size_t size = 0;

    while (size < cursor->left && cursor->at[size] != terminator) {
        size++;
    }
    if (size == cursor->left) {
        libxl_fail(cursor);
        return text;
    }
    text.at = libxl_take(cursor, (uint64_t)size + 1);
    text.size = text.at == NULL ? 0 : size;
    return text;
}

/* Passes over octets up to a multiple of `alignment` from `start`, or over all that are left. */
static inline void libxl_skip_padding(struct libxl_cursor *cursor, size_t start, uint64_t alignment)
{
    uint64_t padding = (alignment - (cursor->taken - start) % alignment) % alignment;

    libxl_take(cursor, padding < cursor->left ? padding : cursor->left);
}

/* Passes over at most `most` octets, as many as are left. */
static inline void libxl_skip_up_to(struct libxl_cursor *cursor, uint64_t most)
{
    libxl_take(cursor, most < cursor->left ? most : cursor->left);
}

/* An array that begins here and has no elements yet. */
static inline struct libxl_array libxl_open_array(const struct libxl_cursor *cursor, enum libxl_byte_order order)
{
    struct libxl_array array;

    array.at = cursor->at;
    array.size = 0;
    array.count = 0;
    array.stride = 0;
    array.order = order;
    return array;
}

/* `count` elements of `stride` octets each. */
static inline struct libxl_array libxl_take_array(
    struct libxl_cursor *cursor, int64_t count, int64_t stride, enum libxl_byte_order order)
{
    struct libxl_array array = libxl_open_array(cursor, order);

    if (count < 0 || stride < 0 || (stride > 0 && (uint64_t)count > (uint64_t)cursor->left / (uint64_t)stride)
        || (uint64_t)count > SIZE_MAX) {
        libxl_fail(cursor);
    } else {
        array.size = (size_t)((uint64_t)count * (uint64_t)stride);
        array.at = libxl_take(cursor, array.size);
        array.count = (size_t)count;
        array.stride = (size_t)stride;
    }
    return array;
}

/* As many elements of `stride` octets as are left; nothing may be left behind them. */
static inline struct libxl_array libxl_take_all(
    struct libxl_cursor *cursor, int64_t stride, enum libxl_byte_order order)
{
    struct libxl_array array = libxl_open_array(cursor, order);

    if (stride <= 0 || (uint64_t)cursor->left % (uint64_t)stride != 0) {
        libxl_fail(cursor);
        return array;
    }
    return libxl_take_array(cursor, (int64_t)((uint64_t)cursor->left / (uint64_t)stride), stride, order);
}

/* The element at `index` of an array with a stride, or NULL if there is none. */
static inline const uint8_t *libxl_element(const struct libxl_array *array, size_t index)
{
    return array->at == NULL || index >= array->count ? NULL : array->at + index * array->stride;
}

/* The integer at `index` of an array of integers, or 0 if there is none. */
static inline uint64_t libxl_element_number(const struct libxl_array *array, size_t index)
{
    const uint8_t *at = libxl_element(array, index);

    return at == NULL || array->stride < 1 || array->stride > 8 ? 0 : libxl_get(at, 0, array->stride, array->order);
}

/* A cursor at the first element, to read elements one behind the other. */
static inline struct libxl_cursor libxl_elements(const struct libxl_array *array, enum libxl_byte_order order)
{
    return libxl_cursor_of(array->at, array->size, order);
}

/* The arithmetic of layout rules: exact, up to 2^63 - 1. What does not fit makes `*sound` false. */
static inline int64_t libxl_small(uint64_t value, bool *sound)
{
    if (value > INT64_MAX) {
        *sound = false;
        return 0;
    }
    return (int64_t)value;
}

static inline int64_t libxl_plus(int64_t a, int64_t b, bool *sound)
{
    if (b > 0 ? a > INT64_MAX - b : a < INT64_MIN - b) {
        *sound = false;
        return 0;
    }
    return a + b;
}

static inline int64_t libxl_minus(int64_t a, int64_t b, bool *sound)
{
    if (b > 0 ? a < INT64_MIN + b : a > INT64_MAX + b) {
        *sound = false;
        return 0;
    }
    return a - b;
}

static inline int64_t libxl_times(int64_t a, int64_t b, bool *sound)
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

static inline int64_t libxl_divided(int64_t a, int64_t b, bool *sound)
{
    if (b <= 0 || a < 0) {
        *sound = false;
        return 0;
    }
    return a / b;
}

static inline int64_t libxl_remainder(int64_t a, int64_t b, bool *sound)
{
    if (b <= 0 || a < 0) {
        *sound = false;
        return 0;
    }
    return a % b;
}

static inline int64_t libxl_shifted_left(int64_t a, int64_t b, bool *sound)
{
    if (b < 0 || b > 62) {
        *sound = false;
        return 0;
    }
    return libxl_times(a, (int64_t)1 << b, sound);
}

static inline int64_t libxl_shifted_right(int64_t a, int64_t b, bool *sound)
{
    if (b < 0 || a < 0) {
        *sound = false;
        return 0;
    }
    return b > 62 ? 0 : a >> b;
}

/*
 * Values of record_type
 *
 * Reserved: 0x00000006 - 0x7FFFFFFF Reserved for _mandatory_ records of later revisions.; 0x80000000 -
 * 0xFFFFFFFF Reserved for _optional_ records of later revisions.
 */
enum libxl_record_type {
    LIBXL_RECORD_TYPE_END = 0, /* [body: end] */
    LIBXL_RECORD_TYPE_LIBXC_CONTEXT = 1, /* [body: libxc_context] [a stream of libxc-migration-stream follows, until END or CHECKPOINT] */
    LIBXL_RECORD_TYPE_EMULATOR_XENSTORE_DATA = 2, /* [body: emulator_xenstore_data] */
    LIBXL_RECORD_TYPE_EMULATOR_CONTEXT = 3, /* [body: emulator_context] */
    LIBXL_RECORD_TYPE_CHECKPOINT_END = 4, /* [body: checkpoint_end] */
    LIBXL_RECORD_TYPE_CHECKPOINT_STATE = 5, /* [body: checkpoint_state] */
};

/* The name of a value, or NULL if it has none. */
static inline const char *libxl_record_type_name(uint64_t value)
{
    switch (value) {
    case LIBXL_RECORD_TYPE_END:
        return "END";
    case LIBXL_RECORD_TYPE_LIBXC_CONTEXT:
        return "LIBXC_CONTEXT";
    case LIBXL_RECORD_TYPE_EMULATOR_XENSTORE_DATA:
        return "EMULATOR_XENSTORE_DATA";
    case LIBXL_RECORD_TYPE_EMULATOR_CONTEXT:
        return "EMULATOR_CONTEXT";
    case LIBXL_RECORD_TYPE_CHECKPOINT_END:
        return "CHECKPOINT_END";
    case LIBXL_RECORD_TYPE_CHECKPOINT_STATE:
        return "CHECKPOINT_STATE";
    default:
        return NULL;
    }
}

/*
 * Values of emulator_records_emulator_id
 *
 * Reserved: 0x00000003 - 0xFFFFFFFF Reserved for emulators that are yet to come.
 */
enum libxl_emulator_records_emulator_id {
    LIBXL_EMULATOR_RECORDS_EMULATOR_ID_UNKNOWN = 0, /* Unknown (found in converted streams) */
    LIBXL_EMULATOR_RECORDS_EMULATOR_ID_QEMU_TRADITIONAL = 1, /* Qemu Traditional */
    LIBXL_EMULATOR_RECORDS_EMULATOR_ID_QEMU_UPSTREAM = 2, /* Qemu Upstream */
};

/* The name of a value, or NULL if it has none. */
static inline const char *libxl_emulator_records_emulator_id_name(uint64_t value)
{
    switch (value) {
    case LIBXL_EMULATOR_RECORDS_EMULATOR_ID_UNKNOWN:
        return "unknown";
    case LIBXL_EMULATOR_RECORDS_EMULATOR_ID_QEMU_TRADITIONAL:
        return "qemu_traditional";
    case LIBXL_EMULATOR_RECORDS_EMULATOR_ID_QEMU_UPSTREAM:
        return "qemu_upstream";
    default:
        return NULL;
    }
}

/* Values of checkpoint_state_control_id */
enum libxl_checkpoint_state_control_id {
    LIBXL_CHECKPOINT_STATE_CONTROL_ID_NEW = 0, /* Secondary VM is out of sync, start a new checkpoint (the primary tells the secondary) */
    LIBXL_CHECKPOINT_STATE_CONTROL_ID_SVM_SUSPENDED = 1, /* Secondary VM is suspended (the secondary tells the primary) */
    LIBXL_CHECKPOINT_STATE_CONTROL_ID_SVM_READY = 2, /* Secondary VM is ready (the secondary tells the primary) */
    LIBXL_CHECKPOINT_STATE_CONTROL_ID_SVM_RESUMED = 3, /* Secondary VM is resumed (the secondary tells the primary) */
};

/* The name of a value, or NULL if it has none. */
static inline const char *libxl_checkpoint_state_control_id_name(uint64_t value)
{
    switch (value) {
    case LIBXL_CHECKPOINT_STATE_CONTROL_ID_NEW:
        return "NEW";
    case LIBXL_CHECKPOINT_STATE_CONTROL_ID_SVM_SUSPENDED:
        return "SVM_SUSPENDED";
    case LIBXL_CHECKPOINT_STATE_CONTROL_ID_SVM_READY:
        return "SVM_READY";
    case LIBXL_CHECKPOINT_STATE_CONTROL_ID_SVM_RESUMED:
        return "SVM_RESUMED";
    default:
        return NULL;
    }
}

/*
 * Header
 *
 * The header tells a libxl stream from anything else and says which version it follows. Its integers always
 * stand in big-endian byte order, so that it can be read before the byte order of the rest is known.
 */
#define LIBXL_HEADER_IDENT UINT64_C(0x4C6962786C466D74)

#define LIBXL_HEADER_VERSION 0x2u

/* endianness: bit 0: Endianness. 0 = little-endian, 1 = big-endian. 0: little-endian. 1: big-endian. */
#define LIBXL_HEADER_OPTIONS_ENDIANNESS_MASK 0x1u
#define LIBXL_HEADER_OPTIONS_ENDIANNESS_SHIFT 0
static inline uint32_t libxl_header_options_endianness(uint32_t value)
{
    return (uint32_t)((value & LIBXL_HEADER_OPTIONS_ENDIANNESS_MASK) >> LIBXL_HEADER_OPTIONS_ENDIANNESS_SHIFT);
}

/* legacy_format: bit 1: Legacy Format. Set by the tool that converts streams of Xen 4.5 and earlier. */
#define LIBXL_HEADER_OPTIONS_LEGACY_FORMAT_MASK 0x2u
#define LIBXL_HEADER_OPTIONS_LEGACY_FORMAT_SHIFT 1
static inline uint32_t libxl_header_options_legacy_format(uint32_t value)
{
    return (uint32_t)((value & LIBXL_HEADER_OPTIONS_LEGACY_FORMAT_MASK) >> LIBXL_HEADER_OPTIONS_LEGACY_FORMAT_SHIFT);
}

struct libxl_header {
    /* (the eight letters "LibxlFmt"). */
    uint64_t ident;
    /* The version that this document describes. */
    uint32_t version;
    uint32_t options;
};
static_assert(sizeof(struct libxl_header) == 16, "size");
static_assert(offsetof(struct libxl_header, ident) == 0, "ident");
static_assert(offsetof(struct libxl_header, version) == 8, "version");
static_assert(offsetof(struct libxl_header, options) == 12, "options");

static inline uint64_t libxl_header_ident(const void *octets)
{
    return libxl_get(octets, 0, 8, LIBXL_BIG_ENDIAN);
}

static inline void libxl_header_set_ident(void *octets, uint64_t value)
{
    libxl_put(octets, 0, 8, LIBXL_BIG_ENDIAN, value);
}

static inline uint32_t libxl_header_version(const void *octets)
{
    return (uint32_t)libxl_get(octets, 8, 4, LIBXL_BIG_ENDIAN);
}

static inline void libxl_header_set_version(void *octets, uint32_t value)
{
    libxl_put(octets, 8, 4, LIBXL_BIG_ENDIAN, value);
}

static inline uint32_t libxl_header_options(const void *octets)
{
    return (uint32_t)libxl_get(octets, 12, 4, LIBXL_BIG_ENDIAN);
}

static inline void libxl_header_set_options(void *octets, uint32_t value)
{
    libxl_put(octets, 12, 4, LIBXL_BIG_ENDIAN, value);
}

/*
 * Record Overview
 *
 * A record is its type, the length of its body in octets, the body, and zero octets up to the next multiple
 * of 8. The length does not count that padding. All records of a stream use the byte order that the header
 * announces.
 *
 * This is the beginning, which is always at the same place.
 *
 * Then: body. What the record has to say.
 *
 * Then: padding. Zero octets, as many as it takes to end the record on a multiple of 8.
 */
struct libxl_record_overview_head {
    uint32_t type;
    /* The length of the body, in octets. */
    uint32_t body_length;
};
static_assert(sizeof(struct libxl_record_overview_head) == 8, "size");
static_assert(offsetof(struct libxl_record_overview_head, type) == 0, "type");
static_assert(offsetof(struct libxl_record_overview_head, body_length) == 4, "body_length");

static inline uint32_t libxl_record_overview_type(const void *octets, enum libxl_byte_order order)
{
    return (uint32_t)libxl_get(octets, 0, 4, order);
}

static inline void libxl_record_overview_set_type(void *octets, enum libxl_byte_order order, uint32_t value)
{
    libxl_put(octets, 0, 4, order, value);
}

static inline uint32_t libxl_record_overview_body_length(const void *octets, enum libxl_byte_order order)
{
    return (uint32_t)libxl_get(octets, 4, 4, order);
}

static inline void libxl_record_overview_set_body_length(
    void *octets, enum libxl_byte_order order, uint32_t value)
{
    libxl_put(octets, 4, 4, order, value);
}

/*
 * Emulator Records
 *
 * Records about a device model begin with the same two fields, which say which device model is meant.
 *
 * This is the beginning, which is always at the same place.
 *
 * Then: record specific data. What the record itself has to say.
 */
struct libxl_emulator_records_head {
    uint32_t emulator_id;
    /* Which of the domain's device models this is. */
    uint32_t index;
};
static_assert(sizeof(struct libxl_emulator_records_head) == 8, "size");
static_assert(offsetof(struct libxl_emulator_records_head, emulator_id) == 0, "emulator_id");
static_assert(offsetof(struct libxl_emulator_records_head, index) == 4, "index");

static inline uint32_t libxl_emulator_records_emulator_id(const void *octets, enum libxl_byte_order order)
{
    return (uint32_t)libxl_get(octets, 0, 4, order);
}

static inline void libxl_emulator_records_set_emulator_id(
    void *octets, enum libxl_byte_order order, uint32_t value)
{
    libxl_put(octets, 0, 4, order, value);
}

static inline uint32_t libxl_emulator_records_index(const void *octets, enum libxl_byte_order order)
{
    return (uint32_t)libxl_get(octets, 4, 4, order);
}

static inline void libxl_emulator_records_set_index(void *octets, enum libxl_byte_order order, uint32_t value)
{
    libxl_put(octets, 4, 4, order, value);
}

/* What emulator_records holds; numbers are in the order of the host. */
struct libxl_emulator_records_view {
    uint32_t emulator_id;
    uint32_t index;
    struct libxl_octets record_specific_data;
};

/* Reads emulator_records and goes on behind it; false if it is not sound. */
static inline bool libxl_emulator_records_read(
    struct libxl_cursor *cursor, struct libxl_emulator_records_view *view)
{
    memset(view, 0, sizeof *view);
    view->emulator_id = (uint32_t)libxl_take_number(cursor, 4, cursor->order);
    view->index = (uint32_t)libxl_take_number(cursor, 4, cursor->order);
    view->record_specific_data = libxl_take_rest(cursor);
    return cursor->sound;
}

/*
 * END
 *
 * The stream ends here. This record shall be the last one; it has no body.
 *
 * It has no octets.
 */
/*
 * LIBXC_CONTEXT
 *
 * From the octet behind this record on, the stream is a libxc stream, with headers of its own. It goes on
 * until that stream ends, or hands back at a checkpoint. The record has no body, and its length is
 * 0[^length].
 *
 * It has no octets.
 */
/*
 * EMULATOR_XENSTORE_DATA
 *
 * The pairs, up to the end of the body.
 *
 * This is the beginning, which is always at the same place.
 *
 * Then: key.
 *
 * Then: value.
 */
/* What emulator_xenstore_data.xenstore_key_value_data holds; numbers are in the order of the host. */
struct libxl_emulator_xenstore_data_xenstore_key_value_data_view {
    struct libxl_octets key;
    struct libxl_octets value;
};

/* Reads emulator_xenstore_data.xenstore_key_value_data and goes on behind it; false if it is not sound. */
static inline bool libxl_emulator_xenstore_data_xenstore_key_value_data_read(
    struct libxl_cursor *cursor, struct libxl_emulator_xenstore_data_xenstore_key_value_data_view *view)
{
    memset(view, 0, sizeof *view);
    view->key = libxl_take_text(cursor, 0);
    view->value = libxl_take_text(cursor, 0);
    return cursor->sound;
}

/*
 * EMULATOR_XENSTORE_DATA
 *
 * What one device model keeps in xenstore: pairs of key and value, packed one behind the other.
 *
 * This is the beginning, which is always at the same place.
 *
 * Then: xenstore key/value data. The pairs, up to the end of the body.
 */
struct libxl_emulator_xenstore_data_head {
    /* The device model, as in Emulator Records. */
    uint32_t emulator_id;
    /* Which of the domain's device models this is. */
    uint32_t index;
};
static_assert(sizeof(struct libxl_emulator_xenstore_data_head) == 8, "size");
static_assert(offsetof(struct libxl_emulator_xenstore_data_head, emulator_id) == 0, "emulator_id");
static_assert(offsetof(struct libxl_emulator_xenstore_data_head, index) == 4, "index");

static inline uint32_t libxl_emulator_xenstore_data_emulator_id(
    const void *octets, enum libxl_byte_order order)
{
    return (uint32_t)libxl_get(octets, 0, 4, order);
}

static inline void libxl_emulator_xenstore_data_set_emulator_id(
    void *octets, enum libxl_byte_order order, uint32_t value)
{
    libxl_put(octets, 0, 4, order, value);
}

static inline uint32_t libxl_emulator_xenstore_data_index(const void *octets, enum libxl_byte_order order)
{
    return (uint32_t)libxl_get(octets, 4, 4, order);
}

static inline void libxl_emulator_xenstore_data_set_index(
    void *octets, enum libxl_byte_order order, uint32_t value)
{
    libxl_put(octets, 4, 4, order, value);
}

/* What emulator_xenstore_data holds; numbers are in the order of the host. */
struct libxl_emulator_xenstore_data_view {
    uint32_t emulator_id;
    uint32_t index;
    struct libxl_array xenstore_key_value_data;
};

/* Reads emulator_xenstore_data and goes on behind it; false if it is not sound. */
static inline bool libxl_emulator_xenstore_data_read(
    struct libxl_cursor *cursor, struct libxl_emulator_xenstore_data_view *view)
{
    memset(view, 0, sizeof *view);
    view->emulator_id = (uint32_t)libxl_take_number(cursor, 4, cursor->order);
    view->index = (uint32_t)libxl_take_number(cursor, 4, cursor->order);
    {
        size_t from;

        view->xenstore_key_value_data = libxl_open_array(cursor, cursor->order);
        from = cursor->taken;
        while (cursor->sound && cursor->left > 0) {
            struct libxl_emulator_xenstore_data_xenstore_key_value_data_view element;

            libxl_emulator_xenstore_data_xenstore_key_value_data_read(cursor, &element);
            view->xenstore_key_value_data.count++;
            if (cursor->taken - from == view->xenstore_key_value_data.size) {
                libxl_fail(cursor); /* an element without octets: such arrays have no end */
            }
            view->xenstore_key_value_data.size = cursor->taken - from;
        }
    }
    return cursor->sound;
}

/*
 * EMULATOR_CONTEXT
 *
 * The state of one device model.
 *
 * This is the beginning, which is always at the same place.
 *
 * Then: emulator_ctx. The device model's own blob.
 */
struct libxl_emulator_context_head {
    /* The device model, as in Emulator Records. */
    uint32_t emulator_id;
    /* Which of the domain's device models this is. */
    uint32_t index;
};
static_assert(sizeof(struct libxl_emulator_context_head) == 8, "size");
static_assert(offsetof(struct libxl_emulator_context_head, emulator_id) == 0, "emulator_id");
static_assert(offsetof(struct libxl_emulator_context_head, index) == 4, "index");

static inline uint32_t libxl_emulator_context_emulator_id(const void *octets, enum libxl_byte_order order)
{
    return (uint32_t)libxl_get(octets, 0, 4, order);
}

static inline void libxl_emulator_context_set_emulator_id(
    void *octets, enum libxl_byte_order order, uint32_t value)
{
    libxl_put(octets, 0, 4, order, value);
}

static inline uint32_t libxl_emulator_context_index(const void *octets, enum libxl_byte_order order)
{
    return (uint32_t)libxl_get(octets, 4, 4, order);
}

static inline void libxl_emulator_context_set_index(void *octets, enum libxl_byte_order order, uint32_t value)
{
    libxl_put(octets, 4, 4, order, value);
}

/* What emulator_context holds; numbers are in the order of the host. */
struct libxl_emulator_context_view {
    uint32_t emulator_id;
    uint32_t index;
    struct libxl_octets emulator_ctx;
};

/* Reads emulator_context and goes on behind it; false if it is not sound. */
static inline bool libxl_emulator_context_read(
    struct libxl_cursor *cursor, struct libxl_emulator_context_view *view)
{
    memset(view, 0, sizeof *view);
    view->emulator_id = (uint32_t)libxl_take_number(cursor, 4, cursor->order);
    view->index = (uint32_t)libxl_take_number(cursor, 4, cursor->order);
    view->emulator_ctx = libxl_take_rest(cursor);
    return cursor->sound;
}

/*
 * CHECKPOINT_END
 *
 * A checkpoint is complete: everything up to here belongs to one consistent state of the machine. The record
 * has no body.
 *
 * It has no octets.
 */
/*
 * CHECKPOINT_STATE
 *
 * A message of the COLO protocol, in which two machines run in lockstep and are compared.
 *
 * This is the beginning, which is always at the same place.
 *
 * Then: reserved.
 */
struct libxl_checkpoint_state_head {
    uint32_t control_id;
};
static_assert(sizeof(struct libxl_checkpoint_state_head) == 4, "size");
static_assert(offsetof(struct libxl_checkpoint_state_head, control_id) == 0, "control_id");

static inline uint32_t libxl_checkpoint_state_control_id(const void *octets, enum libxl_byte_order order)
{
    return (uint32_t)libxl_get(octets, 0, 4, order);
}

static inline void libxl_checkpoint_state_set_control_id(
    void *octets, enum libxl_byte_order order, uint32_t value)
{
    libxl_put(octets, 0, 4, order, value);
}

/* What checkpoint_state holds; numbers are in the order of the host. */
struct libxl_checkpoint_state_view {
    uint32_t control_id;
};

/* Reads checkpoint_state and goes on behind it; false if it is not sound. */
static inline bool libxl_checkpoint_state_read(
    struct libxl_cursor *cursor, struct libxl_checkpoint_state_view *view)
{
    memset(view, 0, sizeof *view);
    view->control_id = (uint32_t)libxl_take_number(cursor, 4, cursor->order);
    libxl_skip_up_to(cursor, 4);
    return cursor->sound;
}

/* The byte order of the stream that begins with this header. */
static inline enum libxl_byte_order libxl_order_of(const void *octets)
{
    return ((uint64_t)libxl_header_options(octets) >> 0 & 1) != 0 ? LIBXL_BIG_ENDIAN : LIBXL_LITTLE_ENDIAN;
}

/* Every record starts at a multiple of so many octets from the first one */
#define LIBXL_RECORD_ALIGNMENT 8

/* The longest body that a reader takes, in octets */
#define LIBXL_RECORD_LIMIT UINT64_C(134217728)

/* A record: its head lies at `head`, its body is all that `body` has. */
struct libxl_record {
    const uint8_t *head; /* struct libxl_record_overview_head */
    uint32_t type;
    struct libxl_cursor body;
};

/*
 * Reads the next record, and goes on behind its padding; false at the end of the stream, or, with `stream` no
 * longer sound, where a record is cut off or too long.
 */
static inline bool libxl_next_record(struct libxl_cursor *stream, struct libxl_record *record)
{
    uint64_t length;
    const uint8_t *body;

    if (stream->left == 0) {
        return false;
    }
    record->head = libxl_take(stream, 8);
    if (record->head == NULL) {
        return false;
    }
    record->type = libxl_record_overview_type(record->head, stream->order);
    length = libxl_record_overview_body_length(record->head, stream->order);
    if (length > LIBXL_RECORD_LIMIT) {
        libxl_fail(stream);
        return false;
    }
    body = libxl_take(stream, length);
    libxl_take(stream, (LIBXL_RECORD_ALIGNMENT - (8 + length) % LIBXL_RECORD_ALIGNMENT) % LIBXL_RECORD_ALIGNMENT);
    record->body = libxl_cursor_of(body, (size_t)length, stream->order);
    return stream->sound;
}

/* Whether a reader may skip a record of this type if it does not know it. */
static inline bool libxl_record_is_optional(uint32_t type)
{
    const uint64_t value = type;
    bool sound = true;
    const bool optional = value >= UINT64_C(0x80000000);

    return optional && sound;
}

/*
 * The order of headers and records (not checked here)
 *
 * stream plain: header, LIBXC_CONTEXT, (EMULATOR_XENSTORE_DATA?, EMULATOR_CONTEXT)*, END
 *
 * stream checkpointed: header, LIBXC_CONTEXT, ((EMULATOR_XENSTORE_DATA?, EMULATOR_CONTEXT)*, CHECKPOINT_END,
 * CHECKPOINT_STATE*)+
 *
 * expect EMULATOR_XENSTORE_DATA before EMULATOR_CONTEXT
 */

#ifdef __cplusplus
}
#endif

#endif
