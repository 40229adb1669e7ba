/* Prints all that a stream of libxc or libxl holds, by the generated headers alone. Exit code 1: the stream is not sound. */
#include "libxc-migration-stream.h"
#include "libxl-migration-stream.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static const uint8_t *begin; /* of the stream, for offsets */

static void part(const uint8_t *at, const char *name)
{
    printf("0x%04lX %s\n", (unsigned long)(at - begin), name);
}

static void record(const uint8_t *at, const char *name, size_t length)
{
    printf("0x%04lX %s %lu\n", (unsigned long)(at - begin), name == NULL ? "unknown" : name, (unsigned long)length);
}

static void number(const char *name, uint64_t value)
{
    printf("    %s 0x%" PRIX64 "\n", name, value);
}

static void element(const char *name, size_t index, const char *member, uint64_t value)
{
    printf("    %s[%lu]%s 0x%" PRIX64 "\n", name, (unsigned long)index, member, value);
}

static void symbol(const char *name, const char *value)
{
    printf("    %s %s\n", name, value == NULL ? "?" : value);
}

static void octets(const char *name, const uint8_t *at, size_t size)
{
    size_t i;

    if (size > 0) {
        printf("    %s ", name);
        for (i = 0; i < size; i++) {
            printf("%02x", at[i]);
        }
        printf("\n");
    }
}

static void text(const char *name, size_t index, const char *member, struct libxl_octets string)
{
    printf("    %s[%lu]%s \"%.*s\"\n", name, (unsigned long)index, member, (int)string.size, (const char *)string.at);
}

/* What later records of a libxc stream depend on. */
struct guest {
    uint64_t page_size;
    uint64_t guest_width;
};

static bool page_data(struct libxc_cursor *body, uint64_t page_size)
{
    struct libxc_page_data_view view;
    char name[40];
    size_t i;

    if (!libxc_page_data_read(body, &view, page_size)) {
        return false;
    }
    number("count", view.count);
    for (i = 0; i < view.pfn.count; i++) {
        const uint64_t pfn = libxc_element_number(&view.pfn, i);

        snprintf(name, sizeof name, "pfn[%lu].type", (unsigned long)i);
        symbol(name, libxc_pfinfo_type_name(libxc_page_data_pfn_type(pfn)));
        element("pfn", i, ".pfn", libxc_page_data_pfn_pfn(pfn));
    }
    for (i = 0; i < view.page_data.count; i++) {
        snprintf(name, sizeof name, "page_data[%lu]", (unsigned long)i);
        octets(name, libxc_element(&view.page_data, i), view.page_data.stride);
    }
    return true;
}

static bool p2m_frames(struct libxc_cursor *body, const struct guest *guest)
{
    struct libxc_x86_pv_p2m_frames_view view;
    size_t i;

    if (!libxc_x86_pv_p2m_frames_read(body, &view, guest->page_size, guest->guest_width)) {
        return false;
    }
    number("p2m_start_pfn", view.p2m_start_pfn);
    number("p2m_end_pfn", view.p2m_end_pfn);
    for (i = 0; i < view.p2m_pfn.count; i++) {
        element("p2m_pfn", i, "", libxc_element_number(&view.p2m_pfn, i));
    }
    return true;
}

/* The four records of a processor lie alike up to their context. */
static bool vcpu(struct libxc_cursor *body)
{
    struct libxc_x86_pv_vcpu_basic_view view;

    if (!libxc_x86_pv_vcpu_basic_read(body, &view)) {
        return false;
    }
    number("vcpu_id", view.vcpu_id);
    octets("context", view.context.at, view.context.size);
    return true;
}

static bool vcpu_msrs(struct libxc_cursor *body)
{
    struct libxc_x86_pv_vcpu_msrs_view view;
    size_t i;

    if (!libxc_x86_pv_vcpu_msrs_read(body, &view)) {
        return false;
    }
    number("vcpu_id", view.vcpu_id);
    for (i = 0; i < view.context.count; i++) {
        const uint8_t *msr = libxc_element(&view.context, i);

        element("context", i, ".index", libxc_vcpu_msr_index(msr, body->order));
        element("context", i, ".value", libxc_vcpu_msr_value(msr, body->order));
    }
    return true;
}

static bool hvm_params(struct libxc_cursor *body)
{
    struct libxc_hvm_params_view view;
    size_t i;

    if (!libxc_hvm_params_read(body, &view)) {
        return false;
    }
    number("count", view.count);
    for (i = 0; i < view.param.count; i++) {
        const uint8_t *param = libxc_element(&view.param, i);

        element("param", i, ".index", libxc_hvm_params_param_index(param, body->order));
        element("param", i, ".value", libxc_hvm_params_param_value(param, body->order));
    }
    return true;
}

static bool cpuid_policy(struct libxc_cursor *body)
{
    struct libxc_x86_cpuid_policy_view view;
    size_t i;

    if (!libxc_x86_cpuid_policy_read(body, &view)) {
        return false;
    }
    for (i = 0; i < view.cpuid_policy.count; i++) {
        const uint8_t *leaf = libxc_element(&view.cpuid_policy, i);

        element("CPUID_policy", i, ".leaf", libxc_cpuid_leaf_leaf(leaf, body->order));
        element("CPUID_policy", i, ".subleaf", libxc_cpuid_leaf_subleaf(leaf, body->order));
        element("CPUID_policy", i, ".eax", libxc_cpuid_leaf_eax(leaf, body->order));
        element("CPUID_policy", i, ".ebx", libxc_cpuid_leaf_ebx(leaf, body->order));
        element("CPUID_policy", i, ".ecx", libxc_cpuid_leaf_ecx(leaf, body->order));
        element("CPUID_policy", i, ".edx", libxc_cpuid_leaf_edx(leaf, body->order));
    }
    return true;
}

static bool msr_policy(struct libxc_cursor *body)
{
    struct libxc_x86_msr_policy_view view;
    size_t i;

    if (!libxc_x86_msr_policy_read(body, &view)) {
        return false;
    }
    for (i = 0; i < view.msr_policy.count; i++) {
        const uint8_t *entry = libxc_element(&view.msr_policy, i);

        element("MSR_policy", i, ".index", libxc_msr_entry_index(entry, body->order));
        element("MSR_policy", i, ".flags", libxc_msr_entry_flags(entry, body->order));
        element("MSR_policy", i, ".value", libxc_msr_entry_value(entry, body->order));
    }
    return true;
}

static bool tsc_info(struct libxc_cursor *body)
{
    const enum libxc_byte_order order = body->order;
    const uint8_t *info = libxc_take(body, sizeof(struct libxc_x86_tsc_info));

    if (info == NULL) {
        return false;
    }
    number("mode", libxc_x86_tsc_info_mode(info, order));
    number("khz", libxc_x86_tsc_info_khz(info, order));
    number("nsec", libxc_x86_tsc_info_nsec(info, order));
    number("incarnation", libxc_x86_tsc_info_incarnation(info, order));
    return true;
}

static bool pv_info(struct libxc_cursor *body, struct guest *guest)
{
    const enum libxc_byte_order order = body->order;
    const uint8_t *info = libxc_take(body, sizeof(struct libxc_x86_pv_info));

    if (info == NULL) {
        return false;
    }
    guest->guest_width = libxc_x86_pv_info_guest_width(info, order);
    number("guest_width", guest->guest_width);
    number("pt_levels", libxc_x86_pv_info_pt_levels(info, order));
    return true;
}

static bool shared_info(struct libxc_cursor *body, uint64_t page_size)
{
    struct libxc_shared_info_view view;

    if (!libxc_shared_info_read(body, &view, page_size)) {
        return false;
    }
    octets("shared_info", view.shared_info.at, view.shared_info.size);
    return true;
}

static bool hvm_context(struct libxc_cursor *body)
{
    struct libxc_hvm_context_view view;

    if (!libxc_hvm_context_read(body, &view)) {
        return false;
    }
    octets("hvm_ctx", view.hvm_ctx.at, view.hvm_ctx.size);
    return true;
}

static bool unknown(const struct libxc_record *record, struct libxc_cursor *body)
{
    const struct libxc_octets rest = libxc_take_rest(body);

    number("type", record->type);
    octets("body", rest.at, rest.size);
    return libxc_record_is_optional(record->type);
}

static bool libxc_body(const struct libxc_record *record, struct libxc_cursor *body, struct guest *guest)
{
    switch (record->type) {
    case LIBXC_RECORD_TYPE_PAGE_DATA:
        return page_data(body, guest->page_size);
    case LIBXC_RECORD_TYPE_X86_PV_INFO:
        return pv_info(body, guest);
    case LIBXC_RECORD_TYPE_X86_PV_P2M_FRAMES:
        return p2m_frames(body, guest);
    case LIBXC_RECORD_TYPE_X86_PV_VCPU_BASIC:
    case LIBXC_RECORD_TYPE_X86_PV_VCPU_EXTENDED:
    case LIBXC_RECORD_TYPE_X86_PV_VCPU_XSAVE:
        return vcpu(body);
    case LIBXC_RECORD_TYPE_X86_PV_VCPU_MSRS:
        return vcpu_msrs(body);
    case LIBXC_RECORD_TYPE_SHARED_INFO:
        return shared_info(body, guest->page_size);
    case LIBXC_RECORD_TYPE_X86_TSC_INFO:
        return tsc_info(body);
    case LIBXC_RECORD_TYPE_HVM_CONTEXT:
        return hvm_context(body);
    case LIBXC_RECORD_TYPE_HVM_PARAMS:
        return hvm_params(body);
    case LIBXC_RECORD_TYPE_X86_CPUID_POLICY:
        return cpuid_policy(body);
    case LIBXC_RECORD_TYPE_X86_MSR_POLICY:
        return msr_policy(body);
    default:
        return libxc_record_type_name(record->type) != NULL || unknown(record, body);
    }
}

/* Records up to END or CHECKPOINT; leaves the stream behind that. */
static bool libxc_records(struct libxc_cursor *stream, struct guest *guest, bool *ended)
{
    struct libxc_record found;

    while (libxc_next_record(stream, &found)) {
        struct libxc_cursor body = found.body;

        record(found.head, libxc_record_type_name(found.type), found.body.left);
        if (!libxc_body(&found, &body, guest) || !libxc_ended(&body)) {
            return false;
        }
        if (found.type == LIBXC_RECORD_TYPE_END || found.type == LIBXC_RECORD_TYPE_CHECKPOINT) {
            *ended = found.type == LIBXC_RECORD_TYPE_END;
            return true;
        }
    }
    return false;
}

static bool libxc_headers(struct libxc_cursor *stream, struct guest *guest)
{
    const uint8_t *image = libxc_take(stream, sizeof(struct libxc_image_header));
    const uint8_t *domain = libxc_take(stream, sizeof(struct libxc_domain_header));

    if (domain == NULL || libxc_image_header_marker(image) != LIBXC_IMAGE_HEADER_MARKER
        || libxc_image_header_id(image) != LIBXC_IMAGE_HEADER_ID) {
        return false;
    }
    stream->order = libxc_order_of(image);
    part(image, "image_header");
    number("marker", libxc_image_header_marker(image));
    number("id", libxc_image_header_id(image));
    number("version", libxc_image_header_version(image));
    number("options.endianness", libxc_image_header_options_endianness(libxc_image_header_options(image)));
    part(domain, "domain_header");
    symbol("type", libxc_domain_header_type_name(libxc_domain_header_type(domain, stream->order)));
    number("page_shift", libxc_domain_header_page_shift(domain, stream->order));
    number("xen_major", libxc_domain_header_xen_major(domain, stream->order));
    number("xen_minor", libxc_domain_header_xen_minor(domain, stream->order));
    return libxc_domain_header_page_size(domain, stream->order, &guest->page_size);
}

static bool xenstore_data(struct libxl_cursor *body)
{
    struct libxl_emulator_xenstore_data_view view;
    struct libxl_cursor pairs;
    size_t i;

    if (!libxl_emulator_xenstore_data_read(body, &view)) {
        return false;
    }
    symbol("emulator_id", libxl_emulator_records_emulator_id_name(view.emulator_id));
    number("index", view.index);
    pairs = libxl_elements(&view.xenstore_key_value_data, body->order);
    for (i = 0; i < view.xenstore_key_value_data.count; i++) {
        struct libxl_emulator_xenstore_data_xenstore_key_value_data_view pair;

        if (!libxl_emulator_xenstore_data_xenstore_key_value_data_read(&pairs, &pair)) {
            return false;
        }
        text("xenstore_key_value_data", i, ".key", pair.key);
        text("xenstore_key_value_data", i, ".value", pair.value);
    }
    return libxl_ended(&pairs);
}

static bool emulator_context(struct libxl_cursor *body)
{
    struct libxl_emulator_context_view view;

    if (!libxl_emulator_context_read(body, &view)) {
        return false;
    }
    symbol("emulator_id", libxl_emulator_records_emulator_id_name(view.emulator_id));
    number("index", view.index);
    octets("emulator_ctx", view.emulator_ctx.at, view.emulator_ctx.size);
    return true;
}

static bool checkpoint_state(struct libxl_cursor *body)
{
    struct libxl_checkpoint_state_view view;

    if (!libxl_checkpoint_state_read(body, &view)) {
        return false;
    }
    symbol("control_id", libxl_checkpoint_state_control_id_name(view.control_id));
    return true;
}

static bool libxl_body(const struct libxl_record *record, struct libxl_cursor *body)
{
    switch (record->type) {
    case LIBXL_RECORD_TYPE_EMULATOR_XENSTORE_DATA:
        return xenstore_data(body);
    case LIBXL_RECORD_TYPE_EMULATOR_CONTEXT:
        return emulator_context(body);
    case LIBXL_RECORD_TYPE_CHECKPOINT_STATE:
        return checkpoint_state(body);
    default:
        return libxl_record_type_name(record->type) != NULL;
    }
}

/* The libxc stream inside, from where `stream` is. */
static bool inner(struct libxl_cursor *stream, struct guest *guest, bool isNew, bool *ended)
{
    struct libxc_cursor records = libxc_cursor_of(stream->at, stream->left, LIBXC_LITTLE_ENDIAN);

    records.order = stream->order == LIBXL_BIG_ENDIAN ? LIBXC_BIG_ENDIAN : LIBXC_LITTLE_ENDIAN;
    if ((isNew && !libxc_headers(&records, guest)) || !libxc_records(&records, guest, ended)) {
        return false;
    }
    return libxl_take(stream, stream->left - records.left) != NULL;
}

/* Whether a stream that has paused goes on behind a record of this type. */
static bool resumes(const struct libxl_record *record, struct libxl_cursor next)
{
    struct libxl_record following;

    if (record->type != LIBXL_RECORD_TYPE_CHECKPOINT_END && record->type != LIBXL_RECORD_TYPE_CHECKPOINT_STATE) {
        return false;
    }
    return next.left > 0
        && !(libxl_next_record(&next, &following) && following.type == LIBXL_RECORD_TYPE_CHECKPOINT_STATE);
}

static bool libxl_records(struct libxl_cursor *stream)
{
    struct guest guest = { 0, 0 };
    struct libxl_record found;
    bool paused = false;

    while (libxl_next_record(stream, &found)) {
        struct libxl_cursor body = found.body;
        const bool isNew = found.type == LIBXL_RECORD_TYPE_LIBXC_CONTEXT;

        record(found.head, libxl_record_type_name(found.type), found.body.left);
        if (!libxl_body(&found, &body) || !libxl_ended(&body)) {
            return false;
        }
        if (isNew || (paused && resumes(&found, *stream))) {
            bool ended = false;

            if (!inner(stream, &guest, isNew, &ended)) {
                return false;
            }
            paused = !ended;
        }
    }
    return libxl_ended(stream);
}

static bool libxl_stream(const uint8_t *at, size_t size)
{
    struct libxl_cursor stream = libxl_cursor_of(at, size, LIBXL_LITTLE_ENDIAN);
    const uint8_t *header = libxl_take(&stream, sizeof(struct libxl_header));
    uint32_t options;

    if (header == NULL) {
        return false;
    }
    stream.order = libxl_order_of(header);
    options = libxl_header_options(header);
    part(header, "header");
    number("ident", libxl_header_ident(header));
    number("version", libxl_header_version(header));
    number("options.endianness", libxl_header_options_endianness(options));
    number("options.legacy_format", libxl_header_options_legacy_format(options));
    return libxl_records(&stream);
}

static bool libxc_stream(const uint8_t *at, size_t size)
{
    struct libxc_cursor stream = libxc_cursor_of(at, size, LIBXC_LITTLE_ENDIAN);
    struct guest guest = { 0, 0 };
    bool ended = false;

    return libxc_headers(&stream, &guest) && libxc_records(&stream, &guest, &ended) && libxc_ended(&stream);
}

/* The octets of a file, in a block of just that size, so that a checker of memory sees every step beyond. */
static uint8_t *load(const char *name, size_t *size)
{
    FILE *file = fopen(name, "rb");
    uint8_t *at = NULL;
    long end;

    if (file != NULL && fseek(file, 0, SEEK_END) == 0 && (end = ftell(file)) >= 0) {
        *size = (size_t)end;
        at = (uint8_t *)malloc(*size == 0 ? 1 : *size);
        rewind(file);
        if (at != NULL && fread(at, 1, *size, file) != *size) {
            free(at);
            at = NULL;
        }
    }
    if (file != NULL) {
        fclose(file);
    }
    return at;
}

int main(int count, char **names)
{
    int worst = 0;
    int i;

    for (i = 1; i < count; i++) {
        size_t size = 0;
        uint8_t *at = load(names[i], &size);
        bool sound;

        if (at == NULL) {
            return 2;
        }
        begin = at;
        sound = size >= 8 && libxl_get(at, 0, 8, LIBXL_BIG_ENDIAN) == LIBXL_HEADER_IDENT ? libxl_stream(at, size)
                                                                                       : libxc_stream(at, size);
        printf("%s\n", sound ? "sound" : "not sound");
        worst = sound ? worst : 1;
        free(at);
    }
    return worst;
}
