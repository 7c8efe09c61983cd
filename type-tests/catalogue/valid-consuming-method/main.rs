include!("../prelude.rs");

struct Connection;
impl Connection {
    fn ping(&self) -> u32 {
        1
    }
    fn close(self) {}
}

pub fn run() {
    let connection = Connection;
    let _answer = connection.ping();
    connection.close();
}
