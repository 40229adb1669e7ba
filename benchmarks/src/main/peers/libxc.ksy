meta:
  id: libxc
  endian: le
doc: |
  The records of a little-endian libxc stream behind its headers. The type is signed, because with an unsigned one the
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
            1: page_data
            8: tsc_info
            10: hvm_params
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
