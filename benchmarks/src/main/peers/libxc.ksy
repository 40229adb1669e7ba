meta:
  id: libxc
  endian: le
doc: |
  The records of a little-endian libxc stream behind its headers, and these headers as types of their own. The type is signed, because with an unsigned one the
  generated Java does not compile.
seq:
  - id: records
    type: record
    repeat: eos
types:
  record:
    seq:
      - id: rtype
        type: s4
      - id: body_length
        type: u4
      - id: body
        size: body_length
        type:
          switch-on: rtype
          cases:
            0: empty
            1: page_data
            2: x86_pv_info
            3: x86_pv_p2m_frames
            4: x86_pv_vcpu
            5: x86_pv_vcpu
            6: x86_pv_vcpu
            8: tsc_info
            10: hvm_params
            12: x86_pv_vcpu_msrs
            13: empty
            14: empty
            15: checkpoint_dirty_pfn_list
            16: empty
            17: x86_cpuid_policy
            18: x86_msr_policy
      - id: padding
        size: (8 - body_length % 8) % 8
  tsc_info:
    seq:
      - id: mode
        type: u4
      - id: khz
        type: u4
      - id: nsec
        type: u8
      - id: incarnation
        type: u4
      - id: reserved
        type: u4
  page_data:
    seq:
      - id: count
        type: u4
      - id: reserved
        type: u4
      - id: pfn
        type: u8
        repeat: expr
        repeat-expr: count
  hvm_params:
    seq:
      - id: count
        type: u4
      - id: reserved
        type: u4
      - id: params
        type: param
        repeat: expr
        repeat-expr: count
  param:
    seq:
      - id: index
        type: u8
      - id: value
        type: u8
  image_header:
    meta:
      endian: be
    seq:
      - id: marker
        type: u8
      - id: identification
        type: u4
      - id: version
        type: u4
      - id: options
        type: u2
      - id: reserved
        size: 6
  domain_header:
    seq:
      - id: type
        type: u4
        enum: domain_type
      - id: page_shift
        type: u2
      - id: reserved
        type: u2
      - id: xen_major
        type: u4
      - id: xen_minor
        type: u4
  empty: {}
  x86_pv_info:
    seq:
      - id: guest_width
        type: u1
      - id: pt_levels
        type: u1
      - id: reserved
        size: 6
  x86_pv_p2m_frames:
    seq:
      - id: p2m_start_pfn
        type: u4
      - id: p2m_end_pfn
        type: u4
      - id: p2m_pfn
        type: u8
        repeat: eos
  x86_pv_vcpu:
    seq:
      - id: vcpu_id
        type: u4
      - id: reserved
        type: u4
      - id: context
        size-eos: true
  x86_pv_vcpu_msrs:
    seq:
      - id: vcpu_id
        type: u4
      - id: reserved
        type: u4
      - id: msrs
        type: param
        repeat: eos
  checkpoint_dirty_pfn_list:
    seq:
      - id: pfn
        type: u8
        repeat: eos
  cpuid_leaf:
    seq:
      - id: leaf
        type: u4
      - id: subleaf
        type: u4
      - id: eax
        type: u4
      - id: ebx
        type: u4
      - id: ecx
        type: u4
      - id: edx
        type: u4
  x86_cpuid_policy:
    seq:
      - id: leaves
        type: cpuid_leaf
        repeat: eos
  msr_entry:
    seq:
      - id: index
        type: u4
      - id: flags
        type: u4
      - id: value
        type: u8
  x86_msr_policy:
    seq:
      - id: entries
        type: msr_entry
        repeat: eos
enums:
  domain_type:
    1: x86_pv
    2: x86_hvm
