include!("../prelude.rs");

struct Connection;
impl Connection {
    fn ping(&self) -> u32 {
        1
    }
    fn close(self) {}
}
impl Drop for Connection {
    fn drop(&mut self) {}
}

pub fn run() {
    let connection = Connection;
    connection.ping();
    connection.close();
    connection.close(); //~ E0382
}
