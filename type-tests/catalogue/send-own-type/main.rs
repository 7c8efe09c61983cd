include!("../prelude.rs");

struct Cursor {
    row: u32,
    _not_send: std::marker::PhantomData<*mut ()>,
}

pub fn run() {
    let cursor = Cursor { row: 1, _not_send: std::marker::PhantomData };
    post(cursor); //~ E0277
}
