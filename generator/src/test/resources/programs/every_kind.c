/* Prints the records of a stream that stands on the command line in hexadecimal. */
#include "test.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static void octets(const uint8_t *at, size_t size)
{
    size_t i;

    printf(" ");
    for (i = 0; i < size; i++) {
        printf("%02x", at[i]);
    }
}

static bool kinds(struct test_cursor *body, uint64_t each)
{
    struct test_kinds_view view;
    struct test_cursor pairs;
    size_t i;

    if (!test_kinds_read(body, &view, each) || !test_ended(body)) {
        return false;
    }
    printf(" n %d tag %s", view.n, test_kinds_tag_name(view.tag));
    if (view.has_extra) {
        printf(" extra %" PRIu32, view.extra);
    }
    for (i = 0; i < view.word.count; i++) {
        printf("%s %" PRIu64, i == 0 ? " word" : "", test_element_number(&view.word, i));
    }
    for (i = 0; i < view.blob.count; i++) {
        printf("%s", i == 0 ? " blob" : "");
        octets(test_element(&view.blob, i), view.blob.stride);
    }
    pairs = test_elements(&view.pair, body->order);
    for (i = 0; i < view.pair.count; i++) {
        struct test_kinds_pair_view pair;

        if (!test_kinds_pair_read(&pairs, &pair)) {
            return false;
        }
        printf(" pair %.*s=%.*s", (int)pair.key.size, (const char *)pair.key.at, (int)pair.value.size,
               (const char *)pair.value.at);
    }
    return true;
}

static bool measures(struct test_cursor *body, uint64_t each)
{
    struct test_measures_view view;

    if (!test_measures_read(body, &view, each) || !test_ended(body)) {
        return false;
    }
    printf(" big %" PRIu64 " rest", view.big);
    octets(view.rest.at, view.rest.size);
    return true;
}

/* Whether another record can follow. */
static bool show(struct test_record *record, uint64_t each)
{
    bool sound = true;

    printf("%d:", record->type);
    if (record->type == TEST_RECORD_TYPE_KINDS) {
        sound = kinds(&record->body, each);
    } else if (record->type == TEST_RECORD_TYPE_MEASURES) {
        sound = measures(&record->body, each);
    } else if (record->type == TEST_RECORD_TYPE_END) {
        printf(" end");
    } else {
        sound = test_record_is_optional(record->type);
        printf(" may%s be skipped; ", sound ? "" : " not");
        return sound;
    }
    printf("%s; ", sound ? "" : " unsound");
    return sound && record->type != TEST_RECORD_TYPE_END;
}

int main(int count, char **arguments)
{
    uint8_t stream[256];
    size_t size = 0;
    struct test_cursor cursor;
    struct test_record record;
    const uint8_t *start;
    uint64_t each;
    const char *hex = count > 1 ? arguments[1] : "";

    for (; hex[0] != 0 && hex[1] != 0 && size < sizeof stream; hex += 2) {
        const char digits[3] = { hex[0], hex[1], 0 };

        stream[size++] = (uint8_t)strtoul(digits, NULL, 16);
    }
    cursor = test_cursor_of(stream, size, TEST_LITTLE_ENDIAN);
    start = test_take(&cursor, sizeof(struct test_start));
    if (start == NULL || test_start_magic(start) != TEST_START_MAGIC || !test_start_each(start, &each)) {
        return 1;
    }
    cursor.order = test_order_of(start);
    for (;;) {
        if (!test_next_record(&cursor, &record)) {
            printf("no record;\n");
            return 0;
        }
        if (!show(&record, each)) {
            printf("\n");
            return 0;
        }
    }
}
