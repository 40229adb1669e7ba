/* The order of the octets of an integer. */
enum prefix_byte_order { PREFIX_LITTLE_ENDIAN = 0, PREFIX_BIG_ENDIAN = 1 };

/* The unsigned integer in the `width` (1 to 8) octets at `offset`; they need not be aligned. */
static inline uint64_t prefix_get(const void *octets, size_t offset, size_t width, enum prefix_byte_order order)
{
    const uint8_t *at = (const uint8_t *)octets + offset;
    uint64_t value = 0;
    size_t i;

    for (i = 0; i < width; i++) {
        value = value << 8 | at[order == PREFIX_BIG_ENDIAN ? i : width - 1 - i];
    }
    return value;
}

/* Writes the low `width` (1 to 8) octets of `value` to `offset`. */
static inline void prefix_put(void *octets, size_t offset, size_t width, enum prefix_byte_order order, uint64_t value)
{
    uint8_t *at = (uint8_t *)octets + offset;
    size_t i;

    for (i = 0; i < width; i++) {
        at[order == PREFIX_BIG_ENDIAN ? width - 1 - i : i] = (uint8_t)(value >> (8 * i) & 0xFF);
    }
}

/*
 * A place in octets that are being read. What does not fit, or cannot be computed, makes `sound` false; from then on
 * everything that is read is zero or empty, so that one check at the end is enough.
 */
struct prefix_cursor {
    const uint8_t *at;            /* the next octet */
    size_t left;                  /* how many octets are left */
    size_t taken;                 /* how many have been read */
    enum prefix_byte_order order; /* of integers whose order the stream decides */
    bool sound;
};

/* Octets without inner structure; `at` is NULL where they do not fit. */
struct prefix_octets {
    const uint8_t *at;
    size_t size;
};

/* Elements, one behind the other; `stride` is 0 where each has a size of its own. */
struct prefix_array {
    const uint8_t *at;
    size_t size; /* in octets */
    size_t count;
    size_t stride;
    enum prefix_byte_order order;
};

/* A cursor at the first of `size` octets. */
static inline struct prefix_cursor prefix_cursor_of(const void *octets, size_t size, enum prefix_byte_order order)
{
    struct prefix_cursor cursor;

    cursor.at = (const uint8_t *)octets;
    cursor.left = size;
    cursor.taken = 0;
    cursor.order = order;
    cursor.sound = true;
    return cursor;
}

/* Whether all octets were read, and all was sound. */
static inline bool prefix_ended(const struct prefix_cursor *cursor)
{
    return cursor->sound && cursor->left == 0;
}

/* Makes the cursor unsound. */
static inline void prefix_fail(struct prefix_cursor *cursor)
{
    cursor->sound = false;
    cursor->left = 0;
}

/* The next `size` octets, or NULL if there are not so many. */
static inline const uint8_t *prefix_take(struct prefix_cursor *cursor, uint64_t size)
{
    const uint8_t *taken = cursor->at;

    if (!cursor->sound || size > cursor->left) {
        prefix_fail(cursor);
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
static inline uint64_t prefix_take_number(struct prefix_cursor *cursor, size_t width, enum prefix_byte_order order)
{
    const uint8_t *at = prefix_take(cursor, width);

    return at == NULL ? 0 : prefix_get(at, 0, width, order);
}

/* The next `size` octets. */
static inline struct prefix_octets prefix_take_octets(struct prefix_cursor *cursor, int64_t size)
{
    struct prefix_octets octets = { NULL, 0 };

    if (size < 0) {
        prefix_fail(cursor);
    } else {
        octets.at = prefix_take(cursor, (uint64_t)size);
        octets.size = octets.at == NULL ? 0 : (size_t)size;
    }
    return octets;
}

/* All octets that are left. */
static inline struct prefix_octets prefix_take_rest(struct prefix_cursor *cursor)
{
    struct prefix_octets octets;

    octets.size = cursor->left;
    octets.at = prefix_take(cursor, cursor->left);
    return octets;
}

/* The octets up to the next `terminator`, which is read but no part of them. */
static inline struct prefix_octets prefix_take_text(struct prefix_cursor *cursor, uint8_t terminator)
{
    struct prefix_octets text = { NULL, 0 };
    size_t size = 0;

    while (size < cursor->left && cursor->at[size] != terminator) {
        size++;
    }
    if (size == cursor->left) {
        prefix_fail(cursor);
        return text;
    }
    text.at = prefix_take(cursor, (uint64_t)size + 1);
    text.size = text.at == NULL ? 0 : size;
    return text;
}

/* Passes over octets up to a multiple of `alignment` from `start`, or over all that are left. */
static inline void prefix_skip_padding(struct prefix_cursor *cursor, size_t start, uint64_t alignment)
{
    uint64_t padding = (alignment - (cursor->taken - start) % alignment) % alignment;

    prefix_take(cursor, padding < cursor->left ? padding : cursor->left);
}

/* Passes over at most `most` octets, as many as are left. */
static inline void prefix_skip_up_to(struct prefix_cursor *cursor, uint64_t most)
{
    prefix_take(cursor, most < cursor->left ? most : cursor->left);
}

/* An array that begins here and has no elements yet. */
static inline struct prefix_array prefix_open_array(const struct prefix_cursor *cursor, enum prefix_byte_order order)
{
    struct prefix_array array;

    array.at = cursor->at;
    array.size = 0;
    array.count = 0;
    array.stride = 0;
    array.order = order;
    return array;
}

/* `count` elements of `stride` octets each. */
static inline struct prefix_array prefix_take_array(
    struct prefix_cursor *cursor, int64_t count, int64_t stride, enum prefix_byte_order order)
{
    struct prefix_array array = prefix_open_array(cursor, order);

    if (count < 0 || stride < 0 || (stride > 0 && (uint64_t)count > (uint64_t)cursor->left / (uint64_t)stride)
        || (uint64_t)count > SIZE_MAX) {
        prefix_fail(cursor);
    } else {
        array.size = (size_t)((uint64_t)count * (uint64_t)stride);
        array.at = prefix_take(cursor, array.size);
        array.count = (size_t)count;
        array.stride = (size_t)stride;
    }
    return array;
}

/* As many elements of `stride` octets as are left; nothing may be left behind them. */
static inline struct prefix_array prefix_take_all(
    struct prefix_cursor *cursor, int64_t stride, enum prefix_byte_order order)
{
    struct prefix_array array = prefix_open_array(cursor, order);

    if (stride <= 0 || (uint64_t)cursor->left % (uint64_t)stride != 0) {
        prefix_fail(cursor);
        return array;
    }
    return prefix_take_array(cursor, (int64_t)((uint64_t)cursor->left / (uint64_t)stride), stride, order);
}

/* The element at `index` of an array with a stride, or NULL if there is none. */
static inline const uint8_t *prefix_element(const struct prefix_array *array, size_t index)
{
    return array->at == NULL || index >= array->count ? NULL : array->at + index * array->stride;
}

/* The integer at `index` of an array of integers, or 0 if there is none. */
static inline uint64_t prefix_element_number(const struct prefix_array *array, size_t index)
{
    const uint8_t *at = prefix_element(array, index);

    return at == NULL || array->stride < 1 || array->stride > 8 ? 0 : prefix_get(at, 0, array->stride, array->order);
}

/* A cursor at the first element, to read elements one behind the other. */
static inline struct prefix_cursor prefix_elements(const struct prefix_array *array, enum prefix_byte_order order)
{
    return prefix_cursor_of(array->at, array->size, order);
}

/* The arithmetic of layout rules: exact, up to 2^63 - 1. What does not fit makes `*sound` false. */
static inline int64_t prefix_small(uint64_t value, bool *sound)
{
    if (value > INT64_MAX) {
        *sound = false;
        return 0;
    }
    return (int64_t)value;
}

static inline int64_t prefix_plus(int64_t a, int64_t b, bool *sound)
{
    if (b > 0 ? a > INT64_MAX - b : a < INT64_MIN - b) {
        *sound = false;
        return 0;
    }
    return a + b;
}

static inline int64_t prefix_minus(int64_t a, int64_t b, bool *sound)
{
    if (b > 0 ? a < INT64_MIN + b : a > INT64_MAX + b) {
        *sound = false;
        return 0;
    }
    return a - b;
}

static inline int64_t prefix_times(int64_t a, int64_t b, bool *sound)
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

static inline int64_t prefix_divided(int64_t a, int64_t b, bool *sound)
{
    if (b <= 0 || a < 0) {
        *sound = false;
        return 0;
    }
    return a / b;
}

static inline int64_t prefix_remainder(int64_t a, int64_t b, bool *sound)
{
    if (b <= 0 || a < 0) {
        *sound = false;
        return 0;
    }
    return a % b;
}

static inline int64_t prefix_shifted_left(int64_t a, int64_t b, bool *sound)
{
    if (b < 0 || b > 62) {
        *sound = false;
        return 0;
    }
    return prefix_times(a, (int64_t)1 << b, sound);
}

static inline int64_t prefix_shifted_right(int64_t a, int64_t b, bool *sound)
{
    if (b < 0 || a < 0) {
        *sound = false;
        return 0;
    }
    return b > 62 ? 0 : a >> b;
}
