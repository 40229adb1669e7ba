package io.streamspec.tools.compare;

import io.streamspec.runtime.Octets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The registers of a PV guest's vCPU, by the names of {@code struct vcpu_guest_context} of Xen's public headers. The struct
 * has another layout for each width of the guest, and with it another size.
 */
final class PvContext {

    /** Names, each with its offset and its size, a name of several with their number too. */
    private static final String WIDE =
            """
            fpu 0 512, flags 512 8, r15 520 8, r14 528 8, r13 536 8, r12 544 8, rbp 552 8, rbx 560 8, r11 568 8, r10 576 8,
            r9 584 8, r8 592 8, rax 600 8, rcx 608 8, rdx 616 8, rsi 624 8, rdi 632 8, error_code 640 4, entry_vector 644 4,
            rip 648 8, cs 656 2, upcall_mask 660 1, rflags 664 8, rsp 672 8, ss 680 2, es 688 2, ds 696 2, fs 704 2, gs 712 2,
            trap 720 16 256, ldt_base 4816 8, ldt_ents 4824 8, gdt_frames 4832 8 16, gdt_ents 4960 8, kernel_ss 4968 8,
            kernel_sp 4976 8, ctrlreg 4984 8 8, debugreg 5048 8 8, event_callback 5112 8, failsafe_callback 5120 8,
            syscall_callback 5128 8, vm_assist 5136 8, fs_base 5144 8, gs_base_kernel 5152 8, gs_base_user 5160 8
            """;

    private static final String NARROW =
            """
            fpu 0 512, flags 512 4, ebx 516 4, ecx 520 4, edx 524 4, esi 528 4, edi 532 4, ebp 536 4, eax 540 4,
            error_code 544 2, entry_vector 546 2, eip 548 4, cs 552 2, upcall_mask 554 1, eflags 556 4, esp 560 4, ss 564 2,
            es 568 2, ds 572 2, fs 576 2, gs 580 2, trap 584 8 256, ldt_base 2632 4, ldt_ents 2636 4, gdt_frames 2640 4 16,
            gdt_ents 2704 4, kernel_ss 2708 4, kernel_sp 2712 4, ctrlreg 2716 4 8, debugreg 2748 4 8,
            event_callback_cs 2780 4, event_callback_eip 2784 4, failsafe_callback_cs 2788 4, failsafe_callback_eip 2792 4,
            vm_assist 2796 4
            """;

    private static final Map<Integer, List<Register>> BY_SIZE = Map.of(5168, registers(WIDE), 2800, registers(NARROW));

    private PvContext() {}

    private record Register(String name, int offset, int size) {}

    private static List<Register> registers(String text) {
        return Stream.of(text.strip().split(",\\s+"))
                .flatMap(PvContext::elements)
                .toList();
    }

    private static Stream<Register> elements(String text) {
        String[] words = text.split(" ");
        int offset = Integer.parseInt(words[1]);
        int size = Integer.parseInt(words[2]);
        if (words.length < 4) {
            return Stream.of(new Register(words[0], offset, size));
        }
        return Stream.iterate(0, i -> i < Integer.parseInt(words[3]), i -> i + 1)
                .map(i -> new Register(words[0] + "[" + i + "]", offset + i * size, size));
    }

    /** Whether a context of so many octets is known. */
    static boolean isKnown(int size) {
        return BY_SIZE.containsKey(size);
    }

    /** The registers in {@code context}, whose size is known. */
    static List<Components.Named> of(Octets context) {
        ByteBuffer octets = context.asByteBuffer().slice().order(ByteOrder.LITTLE_ENDIAN); // it is the processor's
        List<Components.Named> values = new ArrayList<>();
        for (Register register : BY_SIZE.getOrDefault(context.size(), List.of())) {
            values.add(new Components.Named(register.name(), value(octets, register.offset(), register.size())));
        }
        return values;
    }

    private static Object value(ByteBuffer octets, int at, int size) {
        return switch (size) {
            case 1 -> Byte.toUnsignedLong(octets.get(at));
            case 2 -> Short.toUnsignedLong(octets.getShort(at));
            case 4 -> Integer.toUnsignedLong(octets.getInt(at));
            case 8 -> octets.getLong(at);
            default -> Octets.view(octets, at, size);
        };
    }
}
